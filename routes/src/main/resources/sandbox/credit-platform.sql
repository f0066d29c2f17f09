-- The credit platform's front-end database (前置库) as its operator would create it: the merged 双公示
-- penalty layout with its status columns. CHECK_SIGN: 0 not looked at, 1 passed, 2 failed.
-- SYNC_SIGN: 1 moved into the formal library. The gateway's role may insert, and read what is for it.
create table if not exists penalty (
  row_no bigint generated always as identity primary key,
  rec_id varchar(100) not null,
  cd_operation varchar(2) not null default 'I',
  cf_xdr_mc varchar(200) not null,
  cf_xdr_lb varchar(16) not null,
  cf_xdr_shxym varchar(18),
  cf_xdr_gszc varchar(50),
  cf_xdr_zzjg varchar(9),
  cf_xdr_swdj varchar(15),
  cf_xdr_sydw varchar(12),
  cf_xdr_shzz varchar(50),
  cf_frdb varchar(50),
  cf_fr_zjlx varchar(64),
  cf_fr_zjhm varchar(64),
  cf_xdr_zjlx varchar(64),
  cf_xdr_zjhm varchar(64),
  cf_wsh varchar(128) not null,
  cf_wfxw varchar(2000) not null,
  cf_sy varchar(5000) not null,
  cf_yj varchar(2048) not null,
  cf_cflb varchar(100) not null,
  cf_nr varchar(4000) not null,
  cf_nr_fk numeric(18, 6),
  cf_nr_wfff numeric(18, 6),
  cf_nr_zkdx varchar(200),
  cf_jdrq date not null,
  cf_yxq date not null,
  cf_gsjzq date,
  cf_cfjg varchar(200) not null,
  cf_cfjgdm varchar(18) not null,
  cf_sjly varchar(200) not null,
  cf_sjlydm varchar(18) not null,
  bz varchar(512),
  check_sign integer not null default 0,
  sync_sign integer not null default 0,
  sync_date timestamptz,
  rksj timestamptz not null default now(),
  report_state integer not null default 1
);
create index if not exists penalty_unchecked on penalty (row_no) where check_sign = 0;
create index if not exists penalty_number on penalty (cf_wsh, cf_cfjgdm);

create table if not exists penalty_revocation (
  row_no bigint generated always as identity primary key,
  rec_id varchar(100) not null,
  cd_operation varchar(2) not null default 'I',
  cf_wsh varchar(128) not null,
  cf_cfjg varchar(200),
  cf_cfjgdm varchar(18) not null,
  cx_lb varchar(16) not null,
  cx_wsh varchar(128),
  cx_rq date not null,
  cx_yy varchar(2000),
  check_sign integer not null default 0,
  sync_sign integer not null default 0,
  sync_date timestamptz,
  rksj timestamptz not null default now()
);

create table if not exists gateway_ledger (
  delivery_key varchar(100) primary key,
  written_at timestamptz not null default now(),
  seen boolean not null default false
);
create index if not exists gateway_ledger_unseen on gateway_ledger (written_at) where not seen;

create table if not exists penalty_rejection (
  row_id bigint generated always as identity primary key,
  error_type varchar(16) not null,
  remark varchar(500) not null,
  table_name varchar(64) not null,
  rec_id varchar(100) not null,
  cf_wsh varchar(128),
  cf_cfjgdm varchar(18),
  created_at timestamptz not null default now(),
  read_flag integer not null default 0
);

-- Licences, answers to objections; and what the platform tells departments.
create table if not exists licence (
  row_no bigint generated always as identity primary key,
  rec_id varchar(64) not null,
  xk_xdr_mc varchar(200) not null,
  xk_xdr_lb varchar(16) not null,
  xk_xdr_shxym varchar(18),
  xk_xdr_gszc varchar(50),
  xk_xdr_zzjg varchar(9),
  xk_xdr_swdj varchar(15),
  xk_xdr_sydw varchar(12),
  xk_xdr_shzz varchar(50),
  xk_frdb varchar(50),
  xk_fr_zjlx varchar(64),
  xk_fr_zjhm varchar(64),
  xk_xdr_zjlx varchar(64),
  xk_xdr_zjhm varchar(64),
  xk_xkws varchar(200),
  xk_wsh varchar(128) not null,
  xk_xklb varchar(256) not null,
  xk_xkzs varchar(200),
  xk_xkbh varchar(100),
  xk_nr varchar(4000) not null,
  xk_jdrq date not null,
  xk_yxqz date not null,
  xk_yxqzi date not null,
  xk_xkjg varchar(200) not null,
  xk_xkjgdm varchar(18) not null,
  xk_zt varchar(1) not null,
  xk_lydw varchar(200) not null,
  xk_lydwdm varchar(18) not null,
  bz varchar(512),
  cd_operation varchar(1) not null,
  check_sign integer not null default 0,
  rksj timestamptz not null default now()
);

create table if not exists objection_answer (
  row_no bigint generated always as identity primary key,
  rec_id varchar(64) not null,
  yy_bh varchar(100),
  wsh varchar(128) not null,
  jgmc varchar(200) not null,
  jgdm varchar(18) not null,
  yy_rq date not null,
  cl_rq date not null,
  cl_jg varchar(32) not null,
  cl_sm varchar(1000),
  cd_operation varchar(1) not null,
  check_sign integer not null default 0,
  rksj timestamptz not null default now()
);

create table if not exists repair (
  row_id bigint generated always as identity primary key,
  xf_bh varchar(100) not null,
  xw_lb varchar(16) not null,
  wsh varchar(128) not null,
  jdrq date not null,
  sxcd varchar(8),
  jgmc varchar(200) not null,
  jgdm varchar(18) not null,
  dfbm varchar(12) not null,
  xdr_mc varchar(200) not null,
  xdr_lb varchar(16) not null,
  xdr_shxym varchar(18),
  xdr_zjlx varchar(64),
  xdr_zjhm varchar(64),
  xf_lx varchar(40) not null,
  xf_jd varchar(8) not null,
  xf_sqrq date not null,
  sf_aqly varchar(4),
  sf_lxyw varchar(4),
  sf_cn varchar(4),
  bljg varchar(200),
  xf_jg varchar(16),
  xf_jgrq date,
  xf_ly varchar(1000),
  revision integer,
  cd_operation varchar(1),
  created_at timestamptz not null default now(),
  read_flag integer not null default 0
);

create table if not exists objection (
  row_id bigint generated always as identity primary key,
  yy_bh varchar(100) not null,
  xw_lb varchar(16) not null,
  wsh varchar(128) not null,
  jdrq date not null,
  sxcd varchar(8),
  jgmc varchar(200) not null,
  jgdm varchar(18) not null,
  dfbm varchar(12) not null,
  xdr_mc varchar(200) not null,
  xdr_lb varchar(16) not null,
  xdr_shxym varchar(18),
  xdr_zjlx varchar(64),
  xdr_zjhm varchar(64),
  yy_rq date not null,
  yy_nr varchar(5000) not null,
  df_gzr integer,
  revision integer,
  cd_operation varchar(1),
  created_at timestamptz not null default now(),
  read_flag integer not null default 0
);

create table if not exists credit_status (
  row_id bigint generated always as identity primary key,
  fbjg varchar(200) not null,
  fbjgdm varchar(18),
  dfbm varchar(12),
  xdr_mc varchar(200) not null,
  xdr_lb varchar(16) not null,
  xdr_shxym varchar(18),
  xdr_zjlx varchar(64),
  xdr_zjhm varchar(64),
  jzrq date not null,
  xy_zt varchar(16) not null,
  cf_sl integer,
  gs_sl integer,
  xf_sl integer,
  xk_sl integer,
  revision integer,
  cd_operation varchar(1),
  created_at timestamptz not null default now(),
  read_flag integer not null default 0
);

create table if not exists risk_grade (
  row_id bigint generated always as identity primary key,
  fbjg varchar(200) not null,
  fbjgdm varchar(18),
  dfbm varchar(12),
  xdr_mc varchar(200) not null,
  xdr_lb varchar(16) not null,
  xdr_shxym varchar(18),
  xdr_zjlx varchar(64),
  xdr_zjhm varchar(64),
  fj_fa varchar(200) not null,
  fj_bb varchar(50),
  fx_dj varchar(16) not null,
  fx_pf numeric(10, 4),
  pjrq date not null,
  yxqz date,
  revision integer,
  cd_operation varchar(1),
  created_at timestamptz not null default now(),
  read_flag integer not null default 0
);

-- What the platform knows of legal persons; the gateway has no business here.
create table if not exists subject_register (
  uscc varchar(18) primary key,
  name varchar(200) not null
);

-- The fault switch: one row, consulted by the trigger below.
create table if not exists behaviour (
  only_row boolean primary key default true check (only_row),
  kind varchar(30) not null,
  delay_millis bigint not null
);
insert into behaviour values (true, 'OK', 0) on conflict do nothing;

create or replace function misbehave() returns trigger language plpgsql security definer as $$
declare
  now_is behaviour%rowtype;
begin
  select * into now_is from behaviour;
  if now_is.kind = 'SLOW' then
    perform pg_sleep(now_is.delay_millis / 1000.0);
  elsif now_is.kind = 'ERROR_500' then
    raise exception 'front-end database is being maintained' using errcode = '57P03';
  end if;
  return null;
end
$$;
create or replace trigger ledger_misbehaves
  before insert on gateway_ledger for each statement execute function misbehave();
