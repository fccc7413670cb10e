-- The e-mail of a customer's own login, as his identity provider has verified it: only what he himself, the vendor or a
-- code has proven gets his verification codes. What a partner wrote down stays apart from it. Of older rows nobody
-- knows whose word it was.
alter table customer
    add column login_email varchar(256),
    add constraint customer_login_email check (
        login_email is null or (login_email = lower(login_email) and issuer is not null));
