package io.partnerhub.billing.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import io.partnerhub.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/**
 * A file on its way in. It is counted while it is read and given up as soon as it is too
 * large (INVO-11); nothing of it lies in memory.
 *
 * @param bytes its size
 */
record Upload(Path path, DocumentType type, int bytes, byte[] sha256) implements AutoCloseable {

	private static final int PIECE = 64 * 1024;

	static Upload read(InputStream body, DataSize limit) throws IOException {
		Path file = Files.createTempFile("upload", ".tmp");
		boolean kept = false;
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			int bytes = copy(body, file, digest, limit);
			Upload upload = new Upload(file, type(file), bytes, digest.digest());
			kept = true;
			return upload;
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			if (!kept) {
				Files.deleteIfExists(file);
			}
		}
	}

	@Override
	public void close() throws IOException {
		Files.deleteIfExists(this.path);
	}

	private static int copy(InputStream body, Path file, MessageDigest digest, DataSize limit) throws IOException {
		int bytes = 0;
		try (OutputStream target = new DigestOutputStream(Files.newOutputStream(file), digest)) {
			byte[] piece = new byte[PIECE];
			for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
				bytes += read;
				if (bytes > limit.toBytes()) {
					throw Problem
						.of(HttpStatus.CONTENT_TOO_LARGE, "INVOICE_FILE_TOO_LARGE",
								"The file of an invoice is too large.")
						.with("limitBytes", limit.toBytes());
				}
				target.write(piece, 0, read);
			}
		}
		return bytes;
	}

	private static DocumentType type(Path file) throws IOException {
		byte[] beginning;
		try (InputStream content = Files.newInputStream(file)) {
			beginning = content.readNBytes(DocumentRules.BEGINNING);
		}
		return DocumentRules.type(beginning, file)
			.orElseThrow(() -> Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "INVOICE_FILE_TYPE",
					"The file of an invoice is a PDF, OFD, JPG or PNG, told by its content."));
	}

}
