package dev.dailies.manifest.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One XML part of a workbook, read forwards. Namespaces do not count: there are two sets. */
final class Part implements Closeable {

  /** The longest text of a cell: Excel itself takes 32,767 characters. */
  private static final int MOST_TEXT = 1_000_000;

  private final InputStream in;
  private final XMLStreamReader xml;

  Part(InputStream in) {
    this.in = in;
    try {
      this.xml = factory().createXMLStreamReader(in);
    } catch (XMLStreamException broken) {
      throw broken(broken);
    }
  }

  /** Without entities, which could hold anything or come from anywhere. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** Goes to the next begin or end of an element; false at the end. */
  boolean next() {
    try {
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
          return true;
        }
      }
      return false;
    } catch (XMLStreamException broken) {
      throw broken(broken);
    }
  }

  boolean begins(String name) {
    return xml.isStartElement() && xml.getLocalName().equals(name);
  }

  boolean ends(String name) {
    return xml.isEndElement() && xml.getLocalName().equals(name);
  }

  @Nullable String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /** The text of the element that has just begun, up to its end. */
  String text() {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    try {
      while (depth > 0 && xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          depth++;
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        } else if (xml.hasText() && event != XMLStreamConstants.COMMENT) {
          text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
        if (text.length() > MOST_TEXT) {
          throw UnreadableWorkbookException.of(
              "has a cell of more than %,d characters; shorten it".formatted(MOST_TEXT));
        }
      }
      return text.toString();
    } catch (XMLStreamException broken) {
      throw broken(broken);
    }
  }

  private static UnreadableWorkbookException broken(XMLStreamException failure) {
    UnreadableWorkbookException broken =
        failure.getNestedException() instanceof IOException
            ? UnreadableWorkbookException.broken("it cannot be unpacked")
            : UnreadableWorkbookException.broken("it is not whole");
    broken.initCause(failure);
    return broken;
  }

  /** Reads on to where it is known to be whole. */
  void finish() {
    try {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException broken) {
      throw broken(new XMLStreamException(broken));
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
