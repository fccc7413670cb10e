create table users (
	id uuid primary key,
	username text not null check (username = lower(username)),
	email text not null check (email = lower(email)),
	password text not null,
	registered_at timestamptz not null,
	constraint users_username unique (username),
	constraint users_email unique (email)
);
