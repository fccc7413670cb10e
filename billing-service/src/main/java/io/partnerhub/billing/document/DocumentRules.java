package io.partnerhub.billing.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What a file is tells its content alone, never its name or what the sender calls it
 * (INVO-11).
 */
final class DocumentRules {

	/** As many bytes of the beginning as any type is told by. */
	static final int BEGINNING = 8;

	private static final byte[] PDF = { '%', 'P', 'D', 'F', '-' };

	private static final byte[] JPG = HexFormat.of().parseHex("ffd8ff");

	private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");

	private static final byte[] ZIP = { 'P', 'K', 3, 4 };

	/** Every OFD document (GB/T 33190) has its root at this place of a zip archive. */
	private static final String OFD_ROOT = "OFD.xml";

	private DocumentRules() {
	}

	static Optional<DocumentType> type(byte[] beginning, Path file) throws IOException {
		if (startsWith(beginning, PDF)) {
			return Optional.of(DocumentType.PDF);
		}
		if (startsWith(beginning, JPG)) {
			return Optional.of(DocumentType.JPG);
		}
		if (startsWith(beginning, PNG)) {
			return Optional.of(DocumentType.PNG);
		}
		return (startsWith(beginning, ZIP) && hasOfdRoot(file)) ? Optional.of(DocumentType.OFD) : Optional.empty();
	}

	/** Reads the archive's directory only; nothing is unpacked. */
	private static boolean hasOfdRoot(Path file) throws IOException {
		try (ZipFile archive = new ZipFile(file.toFile())) {
			return archive.getEntry(OFD_ROOT) != null;
		}
		catch (ZipException ex) {
			return false;
		}
	}

	private static boolean startsWith(byte[] bytes, byte[] mark) {
		return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
	}

}
