-- All invitations of one pre-registration, resent ones included, newest first.
create index invitation_of_pre_registration on invitation (pre_registration_id, id desc);
