-- Integrators know account managers by their logins; unknown until the member is heard of again.
alter table known_member add login_name text;
