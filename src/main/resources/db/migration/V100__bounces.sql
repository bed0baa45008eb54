-- The secret name of a letter: its Message-ID and return path carry it, so that a report of its failure finds it.
alter table mail add column letter varchar(36);
create unique index mail_letter on mail (letter);

-- When a letter of a mailing came back, and whether the address (HARD), the moment (SOFT) or the letter (LETTER) was why.
alter table campaign_recipient add column bounced timestamp(3) with time zone;
alter table campaign_recipient add column bounce varchar(10);
create index campaign_recipient_email on campaign_recipient (email, sent);
