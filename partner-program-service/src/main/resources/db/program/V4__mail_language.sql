-- The language of mails to a partner's people and customers; unset, each service writes in its own.
alter table partner add column mail_language text check (mail_language in ('zh', 'en'));
