package io.partnerhub.platform.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Commands that wait, by group and in the order of their arrival. A group is in the hands
 * of one writer at a time, so that two never wait for each other's rows.
 */
final class WaitingRoom<T> {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final Map<Object, ArrayDeque<T>> groups = new LinkedHashMap<>();

	private final Set<Object> taken = new HashSet<>();

	private final int seats;

	private int waiting;

	private boolean open;

	WaitingRoom(int seats) {
		this.seats = seats;
	}

	/** False if there is no room, or none any more. */
	boolean add(Object group, T command) {
		this.lock.lock();
		try {
			if (!this.open || this.waiting >= this.seats) {
				return false;
			}
			this.groups.computeIfAbsent(group, (key) -> new ArrayDeque<>()).add(command);
			this.waiting++;
			this.changed.signal();
			return true;
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Takes back a command that nobody has begun. */
	boolean remove(Object group, T command) {
		this.lock.lock();
		try {
			ArrayDeque<T> queue = this.groups.get(group);
			boolean removed = queue != null && queue.remove(command);
			this.waiting -= removed ? 1 : 0;
			return removed;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Waits for commands of groups that nobody has, and takes them; nothing once the room
	 * is closed and empty.
	 */
	Taken<T> take(int most) throws InterruptedException {
		this.lock.lock();
		try {
			while (true) {
				Taken<T> next = next(most);
				if (!next.commands().isEmpty() || (!this.open && this.waiting == 0)) {
					return next;
				}
				this.changed.await();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	void release(Taken<T> done) {
		this.lock.lock();
		try {
			this.taken.removeAll(done.groups());
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	void open() {
		set(true);
	}

	/** Whoever is inside is still served. */
	void close() {
		set(false);
	}

	private void set(boolean open) {
		this.lock.lock();
		try {
			this.open = open;
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	int size() {
		this.lock.lock();
		try {
			return this.waiting;
		}
		finally {
			this.lock.unlock();
		}
	}

	private Taken<T> next(int most) {
		Taken<T> next = new Taken<>(new ArrayList<>(), new HashSet<>());
		Iterator<Map.Entry<Object, ArrayDeque<T>>> each = this.groups.entrySet().iterator();
		while (each.hasNext() && next.commands().size() < most) {
			Map.Entry<Object, ArrayDeque<T>> group = each.next();
			if (this.taken.contains(group.getKey())) {
				continue;
			}
			while (!group.getValue().isEmpty() && next.commands().size() < most) {
				next.commands().add(group.getValue().remove());
			}
			next.groups().add(group.getKey());
			if (group.getValue().isEmpty()) {
				each.remove();
			}
		}
		this.taken.addAll(next.groups());
		this.waiting -= next.commands().size();
		return next;
	}

	/** Commands in one writer's hands, and their groups. */
	record Taken<T>(List<T> commands, Set<Object> groups) {
	}

}
