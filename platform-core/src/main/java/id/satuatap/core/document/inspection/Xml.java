package id.satuatap.core.document.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML in whatever encoding and spelling it comes, without entities of its own and without fetching anything. */
final class Xml {

    private static final XMLInputFactory READERS = XMLInputFactory.newDefaultFactory();

    static {
        READERS.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        READERS.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        READERS.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    }

    private Xml() {}

    /** Hears of each element as it begins. */
    interface Visitor {
        void element(Element element);
    }

    /** An element as the reader stands on it; its attributes by their local names. */
    record Element(XMLStreamReader reader) {

        String name() {
            return reader.getLocalName();
        }

        /** Empty when there is none. */
        String attribute(String name) {
            return IntStream.range(0, reader.getAttributeCount())
                    .filter(index -> reader.getAttributeLocalName(index).equals(name))
                    .mapToObj(reader::getAttributeValue)
                    .findFirst()
                    .orElse("");
        }
    }

    static void read(InputStream bytes, Visitor visitor) throws IOException {
        try {
            var reader = READERS.createXMLStreamReader(bytes);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    visitor.element(new Element(reader));
                }
            }
        } catch (XMLStreamException broken) {
            if (broken.getNestedException() instanceof IOException failed) {
                throw failed;
            }
            throw Refused.BROKEN.asProblem();
        }
    }
}
