package io.partnerhub.billing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of every kind. */
public final class SampleFiles {

	private SampleFiles() {
	}

	public static byte[] pdf() {
		return "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.UTF_8);
	}

	public static byte[] png() {
		return HexFormat.of().parseHex("89504e470d0a1a0a0000000d");
	}

	public static byte[] jpg() {
		return HexFormat.of().parseHex("ffd8ffe000104a464946");
	}

	/** A zip archive with one entry; with {@code OFD.xml} it is an OFD document. */
	public static byte[] zip(String entry) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry(entry));
			zip.write("<ofd/>".getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
