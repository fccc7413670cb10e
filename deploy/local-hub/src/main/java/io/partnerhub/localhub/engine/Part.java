package io.partnerhub.localhub.engine;

/**
 * One part of a running hub. A part keeps its address and data however often it is
 * stopped, killed and started.
 */
public interface Part {

	String name();

	/** Returns once the part answers. */
	void start();

	void stop();

	/** Ends the part as a power cut would. */
	void kill();

	boolean running();

}
