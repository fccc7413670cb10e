package io.partnerhub.gateway.edge;

import java.io.IOException;
import java.util.Arrays;

import io.partnerhub.gateway.answer.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request whose body is read once, as raw bytes, when the first asks for it: the
 * signature covers exactly these bytes, and exactly these are forwarded.
 */
public final class BufferedRequest extends HttpServletRequestWrapper implements AutoCloseable {

	private static final byte[] NOTHING = {};

	private static final int SMALL = 64 * 1024;

	private final BodyRoom room;

	private byte[] bytes = NOTHING;

	private boolean read;

	private int taken;

	public BufferedRequest(HttpServletRequest request, BodyRoom room) {
		super(request);
		this.room = room;
	}

	public byte[] bytes() {
		if (!this.read) {
			this.read = true;
			this.bytes = readAll();
		}
		return this.bytes;
	}

	@Override
	public void close() {
		this.room.giveBack(this.taken);
		this.taken = 0;
	}

	private byte[] readAll() {
		long announced = getContentLengthLong();
		if (announced > this.room.limit()) {
			throw Refusal.tooLarge(this.room.limit());
		}
		try {
			return (announced >= 0) ? read((int) announced) : readUnannounced();
		}
		catch (IOException ex) {
			throw Refusal.malformed("The body broke off.");
		}
	}

	/**
	 * Most bodies of unknown length are small: room for a large one is taken only then.
	 */
	private byte[] readUnannounced() throws IOException {
		byte[] start = read(SMALL);
		if (start.length < SMALL) {
			return start;
		}
		byte[] rest = read(this.room.limit() - SMALL + 1);
		if (start.length + rest.length > this.room.limit()) {
			throw Refusal.tooLarge(this.room.limit());
		}
		byte[] all = Arrays.copyOf(start, start.length + rest.length);
		System.arraycopy(rest, 0, all, start.length, rest.length);
		return all;
	}

	private byte[] read(int most) throws IOException {
		if (most == 0) {
			return NOTHING;
		}
		this.taken += this.room.take(most);
		return super.getInputStream().readNBytes(most);
	}

}
