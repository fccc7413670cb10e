package io.partnerhub.localhub.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder of one hub, held by a lock: two hubs never work on the same data. The lock
 * ends with the process that holds it, however that process ends.
 */
public final class HubHome implements AutoCloseable {

	private static final long NEEDED_MEGABYTES = 300;

	private static final long RESERVE_MEGABYTES = 20;

	/**
	 * Homes held by this very process: to open a lock file a second time and close it
	 * again would drop its lock.
	 */
	private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

	private final Path folder;

	private final FileChannel channel;

	private final FileLock lock;

	private HubHome(Path folder, FileChannel channel, FileLock lock) {
		this.folder = folder;
		this.channel = channel;
		this.lock = lock;
	}

	public static HubHome open(Path folder) {
		Path absolute = folder.toAbsolutePath().normalize();
		try {
			Files.createDirectories(absolute.resolve("logs"));
			Files.createDirectories(absolute.resolve("pids"));
			Files.createDirectories(absolute.resolve("keys"));
			requireSpace(absolute, NEEDED_MEGABYTES);
			if (!HELD.add(absolute)) {
				throw inUse(absolute);
			}
			return lock(absolute);
		}
		catch (IOException ex) {
			throw HubFailure.of("The folder " + absolute + " cannot be used", ex,
					"Give write access to it, or choose another with --home DIR.");
		}
	}

	/** Whether a hub works in the folder now. */
	public static boolean busy(Path folder) {
		Path absolute = folder.toAbsolutePath().normalize();
		if (HELD.contains(absolute)) {
			return true;
		}
		if (!Files.exists(absolute.resolve("lock"))) {
			return false;
		}
		try (FileChannel channel = FileChannel.open(absolute.resolve("lock"), StandardOpenOption.WRITE)) {
			return channel.tryLock() == null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public Path folder() {
		return this.folder;
	}

	public Path file(String first, String... more) {
		return this.folder.resolve(Path.of(first, more));
	}

	public void write(String name, String text) {
		try {
			Files.writeString(file(name), text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public void delete(String name) {
		try {
			Files.deleteIfExists(file(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Says so if a part failed because the disk ran full meanwhile: engines do not always
	 * name it.
	 */
	public void requireSpace() {
		try {
			requireSpace(this.folder, RESERVE_MEGABYTES);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public Processes processes() {
		return new Processes(this.folder);
	}

	@Override
	public void close() {
		try {
			this.lock.release();
			this.channel.close();
			HELD.remove(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static HubHome lock(Path folder) throws IOException {
		FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE);
		FileLock lock = channel.tryLock();
		if (lock == null) {
			channel.close();
			HELD.remove(folder);
			throw inUse(folder);
		}
		return new HubHome(folder, channel, lock);
	}

	private static void requireSpace(Path folder, long needed) throws IOException {
		long free = Files.getFileStore(folder).getUsableSpace() / (1024 * 1024);
		if (free < needed) {
			throw new HubFailure("The disk is full: " + free + " MB are left where " + folder + " stands",
					"Free at least " + NEEDED_MEGABYTES + " MB, or choose another place with --home DIR.");
		}
	}

	private static HubFailure inUse(Path folder) {
		String owner = new Processes(folder).find("hub").map((hub) -> " (process " + hub.pid() + ")").orElse("");
		return new HubFailure("Another hub" + owner + " already works on " + folder,
				"Stop it with './hub down', or give this one its own data with --home DIR and --port N.");
	}

}
