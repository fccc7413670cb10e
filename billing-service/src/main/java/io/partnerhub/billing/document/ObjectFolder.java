package io.partnerhub.billing.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;

import io.partnerhub.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps objects as files of a folder. What is not whole yet lies in a folder of its own
 * beside them.
 */
@Component
class ObjectFolder implements ObjectPort {

	private static final int NAME = 36;

	private final Path folder;

	private final Path unfinished;

	ObjectFolder(DocumentSettings settings) {
		this.folder = settings.folder();
		this.unfinished = this.folder.resolve("unfinished");
	}

	@Override
	public void put(UUID object, Path content) throws IOException {
		Files.createDirectories(this.unfinished);
		Path copy = Files.createTempFile(this.unfinished, object.toString(), ".tmp");
		try {
			Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
			Files.move(copy, path(object), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(copy);
		}
	}

	@Override
	public InputStream get(UUID object) throws IOException {
		return Files.newInputStream(path(object));
	}

	@Override
	public void delete(UUID object) throws IOException {
		Files.deleteIfExists(path(object));
		if (Files.isDirectory(this.unfinished)) {
			try (DirectoryStream<Path> left = Files.newDirectoryStream(this.unfinished, object + "*")) {
				for (Path copy : left) {
					Files.deleteIfExists(copy);
				}
			}
		}
	}

	@Override
	public List<Stored> list(@Nullable UUID after, int limit) throws IOException {
		TreeSet<Path> next = new TreeSet<>((one, other) -> name(one).compareTo(name(other)));
		for (Path place : List.of(this.folder, this.unfinished)) {
			collect(next, place, (after != null) ? after.toString() : "", limit);
		}
		List<Stored> found = new ArrayList<>();
		for (Path file : next) {
			Stored stored = stored(file);
			if (stored != null) {
				found.add(stored);
			}
		}
		return found;
	}

	/** No more than is wanted lies in memory, however full the folder is. */
	private static void collect(NavigableSet<Path> next, Path place, String after, int limit) throws IOException {
		if (!Files.isDirectory(place)) {
			return;
		}
		try (DirectoryStream<Path> files = Files.newDirectoryStream(place)) {
			for (Path file : files) {
				if (name(file).compareTo(after) > 0 && Ids.parse(name(file)).isPresent()) {
					next.add(file);
				}
				if (next.size() > limit) {
					next.pollLast();
				}
			}
		}
	}

	/** Absent if somebody took it away meanwhile. */
	private static @Nullable Stored stored(Path file) throws IOException {
		try {
			return new Stored(UUID.fromString(name(file)), Files.getLastModifiedTime(file).toInstant());
		}
		catch (NoSuchFileException ex) {
			return null;
		}
	}

	private static String name(Path file) {
		String name = file.getFileName().toString();
		return name.substring(0, Math.min(name.length(), NAME));
	}

	private Path path(UUID object) {
		return this.folder.resolve(object.toString());
	}

}
