package io.partnerhub.billing.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

import org.springframework.stereotype.Component;

/** Keeps objects as files of a folder. */
@Component
class ObjectFolder implements ObjectPort {

	private final Path folder;

	ObjectFolder(DocumentSettings settings) {
		this.folder = settings.folder();
	}

	@Override
	public void put(UUID object, Path content) throws IOException {
		Files.createDirectories(this.folder);
		Path unfinished = Files.createTempFile(this.folder, "object", ".tmp");
		try {
			Files.copy(content, unfinished, StandardCopyOption.REPLACE_EXISTING);
			Files.move(unfinished, path(object), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(unfinished);
		}
	}

	@Override
	public InputStream get(UUID object) throws IOException {
		return Files.newInputStream(path(object));
	}

	@Override
	public void delete(UUID object) throws IOException {
		Files.deleteIfExists(path(object));
	}

	private Path path(UUID object) {
		return this.folder.resolve(object.toString());
	}

}
