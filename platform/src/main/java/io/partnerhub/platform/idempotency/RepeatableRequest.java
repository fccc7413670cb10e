package io.partnerhub.platform.idempotency;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is read once and kept, so that its fingerprint can be taken before
 * it is handled: a usual one in memory, what is longer than 256 KiB in a file until the
 * request is over.
 */
class RepeatableRequest extends HttpServletRequestWrapper implements AutoCloseable {

	private static final int IN_MEMORY = 256 * 1024;

	private final byte[] beginning;

	private final @Nullable Path rest;

	RepeatableRequest(HttpServletRequest request) throws IOException {
		super(request);
		InputStream body = request.getInputStream();
		this.beginning = body.readNBytes(IN_MEMORY);
		this.rest = (this.beginning.length == IN_MEMORY) ? keep(body) : null;
	}

	void copyBodyTo(OutputStream target) throws IOException {
		try (InputStream body = body()) {
			body.transferTo(target);
		}
	}

	@Override
	public BufferedReader getReader() throws IOException {
		return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
	}

	@Override
	public ServletInputStream getInputStream() throws IOException {
		return new Body(body());
	}

	@Override
	public void close() throws IOException {
		if (this.rest != null) {
			Files.deleteIfExists(this.rest);
		}
	}

	private InputStream body() throws IOException {
		InputStream first = new ByteArrayInputStream(this.beginning);
		return (this.rest != null) ? new SequenceInputStream(first, Files.newInputStream(this.rest)) : first;
	}

	private static Path keep(InputStream body) throws IOException {
		Path file = Files.createTempFile("request", ".body");
		try {
			Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
			return file;
		}
		catch (IOException | RuntimeException ex) {
			Files.deleteIfExists(file);
			throw ex;
		}
	}

	/** The kept body as the container would give it. */
	private static final class Body extends ServletInputStream {

		private final InputStream bytes;

		private boolean finished;

		Body(InputStream bytes) {
			this.bytes = bytes;
		}

		@Override
		public int read() throws IOException {
			return ended(this.bytes.read());
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			return ended(this.bytes.read(target, offset, length));
		}

		@Override
		public void close() throws IOException {
			this.bytes.close();
		}

		@Override
		public boolean isFinished() {
			return this.finished;
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setReadListener(ReadListener listener) {
			throw new UnsupportedOperationException("the body is already here");
		}

		private int ended(int read) {
			this.finished |= read < 0;
			return read;
		}

	}

}
