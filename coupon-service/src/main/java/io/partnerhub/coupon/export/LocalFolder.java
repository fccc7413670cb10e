package io.partnerhub.coupon.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** Keeps files in a folder, each in one of its own. */
@Component
class LocalFolder implements FilePort {

	private final Path folder;

	LocalFolder(ExportSettings settings) {
		this.folder = settings.folder();
	}

	@Override
	public void write(UUID file, int part, Content content) throws IOException {
		Files.createDirectories(folder(file));
		Path unfinished = Files.createTempFile(folder(file), "part", ".tmp");
		try {
			try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
				content.writeTo(target);
			}
			Files.move(unfinished, path(file, part), StandardCopyOption.ATOMIC_MOVE,
					StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(unfinished);
		}
	}

	@Override
	public InputStream read(UUID file, int part) throws IOException {
		return Files.newInputStream(path(file, part));
	}

	@Override
	public void delete(UUID file) throws IOException {
		if (!Files.isDirectory(folder(file))) {
			return;
		}
		for (Path part : parts(file)) {
			Files.deleteIfExists(part);
		}
		Files.deleteIfExists(folder(file));
	}

	private List<Path> parts(UUID file) throws IOException {
		try (Stream<Path> parts = Files.list(folder(file))) {
			return parts.toList();
		}
	}

	private Path path(UUID file, int part) {
		return folder(file).resolve(part + ".csv");
	}

	private Path folder(UUID file) {
		return this.folder.resolve(file.toString());
	}

}
