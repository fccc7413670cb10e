-- The language a partner has chosen for mails to its people and customers; unset, they are in that of the service.
alter table known_partner add column mail_language text check (mail_language in ('zh', 'en'));
