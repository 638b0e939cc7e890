package dev.dailies.simulator.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.RequestContext;

/** Commons FileUpload without a servlet container: its parser for a plain request. */
final class FormParser extends AbstractFileUpload<FormBody, DiskFileItem, DiskFileItemFactory> {

  /** Runway's limit for an upload; the largest of all formats. */
  static final long LARGEST = 200L * 1024 * 1024;

  FormParser() {
    setMaxFileSize(LARGEST);
  }

  @Override
  public FileItemInputIterator getItemIterator(FormBody body) throws IOException {
    return super.getItemIterator((RequestContext) body);
  }

  @Override
  public Map<String, List<DiskFileItem>> parseParameterMap(FormBody body)
      throws FileUploadException {
    return super.parseParameterMap((RequestContext) body);
  }

  @Override
  public List<DiskFileItem> parseRequest(FormBody body) throws FileUploadException {
    return super.parseRequest((RequestContext) body);
  }
}
