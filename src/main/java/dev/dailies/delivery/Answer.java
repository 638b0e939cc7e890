package dev.dailies.delivery;

import java.net.URI;
import java.net.http.HttpHeaders;

/**
 * What a server has begun to answer.
 *
 * @param link what was asked for
 */
record Answer(URI link, int status, HttpHeaders headers, Body body) {}
