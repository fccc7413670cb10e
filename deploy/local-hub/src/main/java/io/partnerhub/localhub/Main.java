package io.partnerhub.localhub;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.partnerhub.localhub.demo.DemoData;
import io.partnerhub.localhub.demo.DemoLogins;
import io.partnerhub.localhub.home.HubFailure;
import io.partnerhub.localhub.home.HubHome;
import io.partnerhub.localhub.home.Progress;

/** What the launcher script runs: one command, and a failure told as cause and remedy. */
public final class Main {

	private static final PrintStream OUT = System.out;

	private static final int FAILED = 1;

	private Main() {
	}

	public static void main(String[] words) throws InterruptedException {
		try {
			int code = run(Arguments.parse(words));
			if (code >= 0) {
				System.exit(code);
			}
		}
		catch (HubFailure failure) {
			System.err.println("hub: " + failure.getMessage() + "\n     " + failure.remedy());
			System.exit(FAILED);
		}
	}

	private static int run(Arguments arguments) throws InterruptedException {
		return switch (arguments.command()) {
			case "up" -> up(arguments);
			case "down" -> RunningHub.in(arguments.home()).stop(Progress.to(OUT));
			case "status" -> Status.of(arguments.home()).print(OUT);
			case "env" -> print(new HubEnvironment(ready(arguments)).values());
			case "seed" -> print(DemoData.in(ready(arguments)).addCustomer(Progress.to(System.err)));
			case "login" -> print(DemoLogins.in(ready(arguments)).person(name(arguments)));
			case "replay" -> new DeadLetters(running(arguments)).run(arguments.rest(), OUT);
			case "reset" -> RunningHub.in(arguments.home()).wipe(Progress.to(OUT));
			default -> throw new HubFailure("Unknown command '" + arguments.command() + "'", "See './hub --help'.");
		};
	}

	/** Stays in front until it is told to stop. */
	private static int up(Arguments arguments) throws InterruptedException {
		Progress progress = Progress.to(OUT);
		LocalHub hub = LocalHub.prepare(arguments.settings(), progress);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			progress.say("Stopping; the data stay in " + arguments.home());
			hub.close();
			progress.say("Stopped");
		}, "stop"));
		try {
			hub.run(true);
		}
		catch (RuntimeException | Error ex) {
			if (hub.closed()) {
				return 0;
			}
			throw HubFailure.of("The hub did not start", ex,
					"Read the logs in " + arguments.home().resolve("logs") + ".");
		}
		OUT.println(new Banner(arguments.home()).text());
		hub.announce();
		progress.say("Ready");
		hub.keepUp();
		return 0;
	}

	private static Path running(Arguments arguments) {
		if (!HubHome.busy(arguments.home())) {
			throw new HubFailure("No hub is running on " + arguments.home(), "Start one with './hub up'.");
		}
		return arguments.home();
	}

	/** Half a hub has no demo data yet, or only some. */
	private static Path ready(Arguments arguments) {
		Path home = running(arguments);
		if (!Files.exists(home.resolve("ready"))) {
			throw new HubFailure("The hub on " + home + " is still starting",
					"Ask again when it says 'Ready'; './hub status' tells which parts answer.");
		}
		return home;
	}

	private static String name(Arguments arguments) {
		if (arguments.rest().size() != 1) {
			throw new HubFailure("'login' needs the name of one person", "For instance: ./hub login li-lei");
		}
		return arguments.rest().getFirst();
	}

	private static int print(Map<String, String> values) {
		values.forEach((name, value) -> OUT.println(name + "=" + value));
		return 0;
	}

}
