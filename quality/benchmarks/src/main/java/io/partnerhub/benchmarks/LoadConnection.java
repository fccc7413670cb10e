package io.partnerhub.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.LongStream;

/**
 * One connection that sends commands, each under a key of its own, one after the other.
 */
final class LoadConnection implements Runnable {

	/** Leaves no target to two connections at once for long. */
	private static final int STRIDE = 7919;

	private static final int UNKNOWN = -1;

	private static final int CHUNKED = -2;

	private final int port;

	private final int number;

	private final String path;

	private final List<String> targets;

	private final Window window;

	private final AtomicIntegerArray slots;

	private final long[] nanos;

	private final byte[] buffer = new byte[65_536];

	private int target;

	private long count;

	private int samples;

	private long refused;

	LoadConnection(int port, int number, String path, List<String> targets, Window window, AtomicIntegerArray slots,
			int most) {
		this.port = port;
		this.number = number;
		this.path = path;
		this.targets = targets;
		this.window = window;
		this.slots = slots;
		this.nanos = new long[most];
		this.target = number * STRIDE;
	}

	@Override
	public void run() {
		try {
			while (goesOn()) {
				connect();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	LongStream samples() {
		return Arrays.stream(this.nanos, 0, this.samples);
	}

	long refused() {
		return this.refused;
	}

	private boolean goesOn() {
		return Clock.systemUTC().millis() < this.window.end();
	}

	/** Until the time is over or the service closes the connection after a refusal. */
	private void connect() throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setTcpNoDelay(true);
			OutputStream out = socket.getOutputStream();
			InputStream in = socket.getInputStream();
			boolean open = true;
			while (open && goesOn()) {
				this.target = (this.target + STRIDE) % this.targets.size();
				byte[] request = request(this.targets.get(this.target), this.count++);
				long start = System.nanoTime();
				out.write(request);
				int length = readAnswer(in);
				boolean good = created();
				record(good, System.nanoTime() - start);
				open = good || !closes(length);
			}
		}
	}

	private byte[] request(String target, long count) {
		int tab = target.indexOf('\t');
		String body = target.substring(tab + 1);
		return ("POST " + this.path
				+ " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAuthorization: Bearer "
				+ target.substring(0, tab) + "\r\nIdempotency-Key: " + this.window.begin() + "-" + this.number + "-"
				+ count + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
			.getBytes(StandardCharsets.US_ASCII);
	}

	private void record(boolean good, long took) {
		long now = Clock.systemUTC().millis();
		if (now >= this.window.end()) {
			return;
		}
		if (!good) {
			this.refused++;
			return;
		}
		this.slots.incrementAndGet((int) ((now - this.window.begin()) / LoadProcess.SLOT));
		if (now >= this.window.measured() && this.samples < this.nanos.length) {
			this.nanos[this.samples++] = took;
		}
	}

	private boolean created() {
		return this.buffer[9] == '2' && this.buffer[10] == '0' && this.buffer[11] == '1';
	}

	/** Tells the first refusal, and whether it ends the connection. */
	private boolean closes(int length) {
		String answer = new String(this.buffer, 0, length, StandardCharsets.UTF_8);
		if (this.refused == 1) {
			System.err.println("refused: " + answer);
		}
		return answer.contains("Connection: close");
	}

	/** Reads one answer to its end; tells its length. */
	private int readAnswer(InputStream in) throws IOException {
		int length = 0;
		int end = UNKNOWN;
		while (end == UNKNOWN || (end == CHUNKED ? !endsChunks(length) : length < end)) {
			int read = in.read(this.buffer, length, this.buffer.length - length);
			if (read < 0) {
				throw new IOException("the service closed the connection");
			}
			length += read;
			int head = (end == UNKNOWN) ? headEnd(length) : -1;
			end = (head > 0) ? end(head) : end;
		}
		return length;
	}

	private int headEnd(int length) {
		for (int at = 0; at + 3 < length; at++) {
			if (this.buffer[at] == '\r' && this.buffer[at + 1] == '\n' && this.buffer[at + 2] == '\r'
					&& this.buffer[at + 3] == '\n') {
				return at + 4;
			}
		}
		return -1;
	}

	/** Where the answer ends, if it says so at its beginning. */
	private int end(int head) {
		String text = new String(this.buffer, 0, head, StandardCharsets.US_ASCII).toLowerCase(java.util.Locale.ROOT);
		int at = text.indexOf("content-length: ");
		return (at < 0) ? CHUNKED : head + Integer.parseInt(text.substring(at + 16, text.indexOf('\r', at)));
	}

	private boolean endsChunks(int length) {
		return length > 5 && this.buffer[length - 5] == '0' && this.buffer[length - 4] == '\r'
				&& this.buffer[length - 3] == '\n' && this.buffer[length - 2] == '\r'
				&& this.buffer[length - 1] == '\n';
	}

	/** When it sends, and from when on it counts, in epoch milliseconds. */
	record Window(long begin, long measured, long end) {
	}

}
