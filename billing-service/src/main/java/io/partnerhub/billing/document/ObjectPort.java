package io.partnerhub.billing.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Where the bytes of files are kept: a folder, or the adapter of an object store in its
 * place. Objects are named by ids of the hub, never by anything a caller sends.
 */
public interface ObjectPort {

	/** Keeps a copy of the content, whole or not at all; replaces what is there. */
	void put(UUID object, Path content) throws IOException;

	InputStream get(UUID object) throws IOException;

	/** Takes it away if it is there. */
	void delete(UUID object) throws IOException;

	/**
	 * The objects that follow one in the order of their ids, at most so many, with what
	 * of them was never finished.
	 */
	List<Stored> list(@Nullable UUID after, int limit) throws IOException;

	/** Takes it away, for who can do nothing about a store that is out of reach. */
	default void forget(UUID object) {
		try {
			delete(object);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * An object that is there.
	 *
	 * @param at when it was stored
	 */
	record Stored(UUID id, Instant at) {
	}

}
