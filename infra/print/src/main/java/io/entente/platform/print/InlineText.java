package io.entente.platform.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;

/**
 * Moves the actual texts of {@link ReadableText} from the resources of the page into its content. The library writes them as resources,
 * which is right, but Poppler and what is built on it read them in the content only.
 */
final class InlineText {

    private static final COSName ACTUAL_TEXT = COSName.getPDFName("ActualText");

    private InlineText() {}

    static byte[] of(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                List<Object> content = new PDFStreamParser(page).parse();
                if (inline(content, page)) {
                    PDStream stream = new PDStream(document);
                    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                        new ContentStreamWriter(out).writeTokens(content);
                    }
                    page.setContents(stream);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static boolean inline(List<Object> content, PDPage page) {
        boolean isChanged = false;
        for (int i = 1; i < content.size(); i++) {
            if (content.get(i) instanceof Operator operator
                    && operator.getName().equals(OperatorName.BEGIN_MARKED_CONTENT_SEQ)
                    && content.get(i - 1) instanceof COSName name) {
                PDPropertyList properties = page.getResources().getProperties(name);
                if (properties != null && properties.getCOSObject().containsKey(ACTUAL_TEXT)) {
                    content.set(i - 1, properties.getCOSObject());
                    isChanged = true;
                }
            }
        }
        return isChanged;
    }
}
