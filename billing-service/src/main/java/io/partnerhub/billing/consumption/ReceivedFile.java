package io.partnerhub.billing.consumption;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import io.partnerhub.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/**
 * A file of consumption on its way in: counted and hashed while it is read, given up as
 * soon as it is too large; nothing of it lies in memory. It may be compressed (gzip).
 */
record ReceivedFile(Path path, long bytes, byte[] sha256) implements AutoCloseable {

	private static final int PIECE = 64 * 1024;

	static ReceivedFile read(InputStream body, DataSize limit) throws IOException {
		Path file = Files.createTempFile("consumption", ".csv");
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			long bytes = copy(plain(body), file, digest, limit.toBytes());
			return new ReceivedFile(file, bytes, digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
		catch (ZipException | EOFException ex) {
			Files.deleteIfExists(file);
			throw Problem.badRequest("CONSUMPTION_FILE_BROKEN", "The file cannot be uncompressed.");
		}
		catch (IOException | RuntimeException ex) {
			Files.deleteIfExists(file);
			throw ex;
		}
	}

	@Override
	public void close() throws IOException {
		Files.deleteIfExists(this.path);
	}

	/** Files may come compressed; they are known by what is in them. */
	private static InputStream plain(InputStream body) throws IOException {
		BufferedInputStream content = new BufferedInputStream(body, PIECE);
		content.mark(2);
		boolean compressed = content.read() == 0x1f && content.read() == 0x8b;
		content.reset();
		return compressed ? new GZIPInputStream(content, PIECE) : content;
	}

	private static long copy(InputStream body, Path file, MessageDigest digest, long limit) throws IOException {
		long bytes = 0;
		try (OutputStream target = new DigestOutputStream(Files.newOutputStream(file), digest)) {
			byte[] piece = new byte[PIECE];
			for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
				bytes += read;
				if (bytes > limit) {
					throw Problem
						.of(HttpStatus.CONTENT_TOO_LARGE, "CONSUMPTION_FILE_TOO_LARGE", "The file is too large.")
						.with("limitBytes", limit);
				}
				target.write(piece, 0, read);
			}
		}
		return bytes;
	}

}
