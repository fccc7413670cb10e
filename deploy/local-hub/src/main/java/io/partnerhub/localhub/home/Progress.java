package io.partnerhub.localhub.home;

import java.io.PrintStream;
import java.util.Locale;

/** Says what the hub does and what it waits for, with the seconds since the start. */
public final class Progress {

	private final PrintStream out;

	private final long start = System.nanoTime();

	private Progress(PrintStream out) {
		this.out = out;
	}

	public static Progress to(PrintStream out) {
		return new Progress(out);
	}

	public static Progress silent() {
		return new Progress(new PrintStream(PrintStream.nullOutputStream()));
	}

	public void say(String what) {
		double seconds = (System.nanoTime() - this.start) / 1e9;
		this.out.println(String.format(Locale.ROOT, "[%5.1f s] %s", seconds, what));
		this.out.flush();
	}

}
