package io.entente.commission.statements.pdf;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * A PDF with the place of each letter and a picture of each page. All measures are in points, from the upper left corner.
 *
 * @param letters of all pages in the order in which they were written
 */
record MeasuredPdf(List<Letter> letters, List<BufferedImage> pictures) {

    private static final int DOTS_PER_INCH = 144;
    private static final double DOTS_PER_POINT = DOTS_PER_INCH / 72.0;
    private static final int WHITE = 250;

    /** How far letters of one word may reach into each other. */
    private static final double KERNING = 0.5;

    record Letter(String text, int page, Rectangle2D place) {}

    static MeasuredPdf of(byte[] content) throws IOException {
        List<Letter> letters = new ArrayList<>();
        List<BufferedImage> pictures = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(content)) {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition at) {
                    letters.add(new Letter(at.getUnicode(), getCurrentPageNo(), place(at)));
                }
            };
            stripper.getText(pdf);
            for (int page = 0; page < pdf.getNumberOfPages(); page++) {
                pictures.add(new PDFRenderer(pdf).renderImageWithDPI(page, DOTS_PER_INCH));
            }
        }
        return new MeasuredPdf(letters, pictures);
    }

    private static Rectangle2D place(TextPosition at) {
        return new Rectangle2D.Double(
                at.getXDirAdj(), at.getYDirAdj() - at.getHeightDir(), at.getWidthDirAdj(), at.getHeightDir());
    }

    /** Writes the pictures to {@code target}, for a person to look at. */
    MeasuredPdf keep(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "statements"));
        for (int page = 0; page < pictures.size(); page++) {
            ImageIO.write(
                    pictures.get(page),
                    "png",
                    folder.resolve(name + "-" + (page + 1) + ".png").toFile());
        }
        return this;
    }

    /** The area of everything on a page that isn't white. */
    Rectangle2D ink(int page) {
        BufferedImage picture = pictures.get(page);
        Rectangle2D.Double ink = null;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int colour = picture.getRGB(x, y);
                if ((colour & 0xFF) < WHITE || ((colour >> 8) & 0xFF) < WHITE || ((colour >> 16) & 0xFF) < WHITE) {
                    Rectangle2D.Double dot = new Rectangle2D.Double(
                            x / DOTS_PER_POINT, y / DOTS_PER_POINT, 1 / DOTS_PER_POINT, 1 / DOTS_PER_POINT);
                    if (ink == null) {
                        ink = dot;
                    } else {
                        ink.add(dot);
                    }
                }
            }
        }
        return ink == null ? new Rectangle2D.Double() : ink;
    }

    /** The places at which a text stands on one line in full. */
    List<Rectangle2D> places(String text) {
        List<Rectangle2D> places = new ArrayList<>();
        for (int start = 0; start < letters.size(); start++) {
            int end = start;
            StringBuilder read = new StringBuilder();
            while (end < letters.size() && read.length() < text.length()) {
                read.append(letters.get(end++).text());
            }
            List<Letter> found = letters.subList(start, end);
            if (read.toString().equals(text) && onOneLine(found)) {
                Rectangle2D place = (Rectangle2D) found.get(0).place().clone();
                found.forEach(letter -> place.add(letter.place()));
                places.add(place);
            }
        }
        return places;
    }

    /** The letters that are printed over other letters. */
    List<Letter> overprinted() {
        return letters.stream()
                .filter(one -> letters.stream().anyMatch(other -> isOver(one, other)))
                .toList();
    }

    private static boolean isOver(Letter one, Letter other) {
        Rectangle2D common = one.place().createIntersection(other.place());
        return one != other
                && one.page() == other.page()
                && !one.text().isBlank()
                && !other.text().isBlank()
                && common.getWidth() > KERNING
                && common.getHeight() > KERNING;
    }

    private static boolean onOneLine(List<Letter> word) {
        return word.stream().map(one -> one.place().getMaxY()).distinct().count() == 1;
    }
}
