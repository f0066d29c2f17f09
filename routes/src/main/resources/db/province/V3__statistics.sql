-- Annual statistics: forms as data. A form is in force for periods that end within its validity; a new form is new rows.
create table province.statistics_column (
    table_kind   text    not null,
    form         text    not null,
    valid_from   date    not null,
    valid_to     date,
    column_code  text    not null,
    place        int     not null,
    zh           text    not null,
    en           text    not null,
    has_amount   boolean not null default false,
    beside_total boolean not null default false,
    primary key (table_kind, form, column_code)
);

-- Which value of which fact is counted in which column, null: in none; of several values of one decision, that of the
-- highest rank. A value that is not here shows in column 00, so that nobody overlooks it.
create table province.statistics_value (
    table_kind  text not null,
    form        text not null,
    fact        text not null,
    value       text not null,
    column_code text,
    rank        int  not null default 0,
    primary key (table_kind, form, fact, value),
    foreign key (table_kind, form, column_code) references province.statistics_column
);

-- A frozen result, and what it says; a correction is a further version.
create table province.statistics_result (
    id            uuid primary key,
    table_kind    text        not null,
    form          text        not null,
    area          text        not null,
    level         text        not null,
    period_from   date        not null,
    period_to     date        not null,
    version       int         not null,
    inputs_digest text        not null,
    frozen_by     text        not null,
    frozen_at     timestamptz not null default now(),
    constraint statistics_result_once unique (table_kind, area, level, period_from, period_to, version)
);
create table province.statistics_cell (
    result_id   uuid          not null references province.statistics_result,
    unit        text          not null,
    column_code text          not null,
    count       bigint        not null,
    amount      numeric(20, 2) not null,
    primary key (result_id, unit, column_code)
);

insert into province.statistics_column (table_kind, form, valid_from, column_code, place, zh, en, has_amount, beside_total) values
    ('1', '2021', '2021-07-15', '01', 1, '警告', 'Warning', true, false),
    ('1', '2021', '2021-07-15', '02', 2, '通报批评', 'Public criticism', true, false),
    ('1', '2021', '2021-07-15', '03', 3, '罚款', 'Fine', true, false),
    ('1', '2021', '2021-07-15', '04', 4, '没收违法所得、没收非法财物', 'Confiscation', true, false),
    ('1', '2021', '2021-07-15', '05', 5, '暂扣许可证件', 'Licence suspended', true, false),
    ('1', '2021', '2021-07-15', '06', 6, '降低资质等级', 'Qualification lowered', true, false),
    ('1', '2021', '2021-07-15', '07', 7, '限制开展生产经营活动', 'Business restricted', true, false),
    ('1', '2021', '2021-07-15', '08', 8, '责令停产停业', 'Business suspended', true, false),
    ('1', '2021', '2021-07-15', '09', 9, '责令关闭、限制从业', 'Closure or ban from an occupation', true, false),
    ('1', '2021', '2021-07-15', '10', 10, '吊销许可证件', 'Licence revoked', true, false),
    ('1', '2021', '2021-07-15', '11', 11, '行政拘留', 'Detention', true, false),
    ('1', '2021', '2021-07-15', '12', 12, '其他', 'Other', true, false),
    ('2', '2021', '2021-01-01', '01', 1, '申请', 'Applied for', false, true),
    ('2', '2021', '2021-01-01', '02', 2, '受理', 'Accepted', false, true),
    ('2', '2021', '2021-01-01', '03', 3, '许可', 'Granted', false, false),
    ('2', '2021', '2021-01-01', '04', 4, '不予许可', 'Refused', false, false),
    ('2', '2021', '2021-01-01', '05', 5, '撤销许可', 'Revoked', false, false),
    ('3', '2021', '2021-01-01', '01', 1, '查封场所、设施或者财物', 'Sealing', false, false),
    ('3', '2021', '2021-01-01', '02', 2, '扣押财物', 'Seizure', false, false),
    ('3', '2021', '2021-01-01', '03', 3, '冻结存款、汇款', 'Freezing', false, false),
    ('3', '2021', '2021-01-01', '04', 4, '其他行政强制措施', 'Other measures', false, false),
    ('3', '2021', '2021-01-01', '05', 5, '加处罚款或者滞纳金', 'Added fine', false, false),
    ('3', '2021', '2021-01-01', '06', 6, '划拨存款、汇款', 'Transfer', false, false),
    ('3', '2021', '2021-01-01', '07', 7, '拍卖或者依法处理', 'Auction', false, false),
    ('3', '2021', '2021-01-01', '08', 8, '排除妨碍、恢复原状', 'Removal', false, false),
    ('3', '2021', '2021-01-01', '09', 9, '代履行', 'Substitute performance', false, false),
    ('3', '2021', '2021-01-01', '10', 10, '其他强制执行方式', 'Other ways of execution', false, false),
    ('3', '2021', '2021-01-01', '11', 11, '申请人民法院强制执行', 'Application to the court', false, false),
    ('4', '2021', '2021-01-01', '01', 1, '行政征收', 'Levy', true, false),
    ('4', '2021', '2021-01-01', '02', 2, '行政检查', 'Inspection', false, false),
    ('4', '2021', '2021-01-01', '03', 3, '行政裁决', 'Ruling', false, false),
    ('4', '2021', '2021-01-01', '04', 4, '行政给付', 'Payment', true, false),
    ('4', '2021', '2021-01-01', '05', 5, '行政确认', 'Confirmation', false, false),
    ('4', '2021', '2021-01-01', '06', 6, '行政奖励', 'Reward', true, false),
    ('4', '2021', '2021-01-01', '07', 7, '其他行政执法行为', 'Other acts', false, false),
    ('5', '2021', '2021-01-01', '01', 1, '持有效执法证', 'Valid certificate', false, false),
    ('5', '2021', '2021-01-01', '02', 2, '执法证过期', 'Certificate expired', false, false),
    ('5', '2021', '2021-01-01', '03', 3, '执法证暂扣', 'Certificate suspended', false, false),
    ('5', '2021', '2021-01-01', '04', 4, '执法证收回、注销', 'Certificate withdrawn or cancelled', false, false),
    ('6', '2021', '2021-01-01', '01', 1, '新收', 'New', false, true),
    ('6', '2021', '2021-01-01', '02', 2, '受理', 'Accepted', false, true),
    ('6', '2021', '2021-01-01', '03', 3, '驳回', 'Rejected', false, false),
    ('6', '2021', '2021-01-01', '04', 4, '维持', 'Upheld', false, false),
    ('6', '2021', '2021-01-01', '05', 5, '确认违法', 'Found unlawful', false, false),
    ('6', '2021', '2021-01-01', '06', 6, '撤销', 'Revoked', false, false),
    ('6', '2021', '2021-01-01', '07', 7, '变更', 'Changed', false, false),
    ('6', '2021', '2021-01-01', '08', 8, '责令履行', 'Ordered to act', false, false),
    ('6', '2021', '2021-01-01', '09', 9, '终止（调解）', 'Ended by mediation', false, false),
    ('6', '2021', '2021-01-01', '10', 10, '终止（其他）', 'Ended otherwise', false, false),
    ('6', '2021', '2021-01-01', '11', 11, '其他', 'Other', false, false),
    ('6', '2021', '2021-01-01', '12', 12, '其中：纠错', 'Of these corrected', false, true),
    ('6', '2021', '2021-01-01', '13', 13, '期末未结', 'Not settled at the end', false, true);

insert into province.statistics_value (table_kind, form, fact, value, column_code, rank) values
    ('1', '2021', 'penalty', '01', '01', 1), ('1', '2021', 'penalty', '02', '02', 2), ('1', '2021', 'penalty', '03', '03', 3),
    ('1', '2021', 'penalty', '04', '04', 4), ('1', '2021', 'penalty', '05', '04', 4), ('1', '2021', 'penalty', '06', '05', 5),
    ('1', '2021', 'penalty', '07', '06', 6), ('1', '2021', 'penalty', '09', '07', 7), ('1', '2021', 'penalty', '10', '08', 8),
    ('1', '2021', 'penalty', '11', '09', 9), ('1', '2021', 'penalty', '12', '09', 9), ('1', '2021', 'penalty', '08', '10', 10),
    ('1', '2021', 'penalty', '13', '11', 11), ('1', '2021', 'penalty', '99', '12', 0),
    ('2', '2021', 'applied', '', '01', 0), ('2', '2021', 'accepted', '', '02', 0),
    ('2', '2021', 'licence', '01', '03', 0), ('2', '2021', 'licence', '02', '03', 0), ('2', '2021', 'licence', '03', '03', 0),
    ('2', '2021', 'licence', '09', '04', 0), ('2', '2021', 'licence', '05', '05', 0), ('2', '2021', 'licence', '04', null, 0),
    ('2', '2021', 'licence', '06', null, 0), ('2', '2021', 'licence', '07', null, 0), ('2', '2021', 'licence', '08', null, 0),
    ('3', '2021', 'measure', '2', '01', 0), ('3', '2021', 'measure', '3', '02', 0), ('3', '2021', 'measure', '4', '03', 0),
    ('3', '2021', 'measure', '1', '04', 0), ('3', '2021', 'measure', '9', '04', 0),
    ('3', '2021', 'execution', '1', '05', 0), ('3', '2021', 'execution', '2', '06', 0), ('3', '2021', 'execution', '3', '07', 0),
    ('3', '2021', 'execution', '4', '08', 0), ('3', '2021', 'execution', '5', '09', 0), ('3', '2021', 'execution', '9', '10', 0),
    ('3', '2021', 'court', '', '11', 0),
    ('4', '2021', 'act', '04', '01', 0), ('4', '2021', 'inspection', '', '02', 0), ('4', '2021', 'act', '09', '03', 0),
    ('4', '2021', 'act', '05', '04', 0), ('4', '2021', 'act', '07', '05', 0), ('4', '2021', 'act', '08', '06', 0),
    ('4', '2021', 'act', '10', '07', 0), ('4', '2021', 'act', '20', '07', 0), ('4', '2021', 'act', '01', null, 0),
    ('4', '2021', 'act', '02', null, 0), ('4', '2021', 'act', '03', null, 0), ('4', '2021', 'act', '06', null, 0),
    ('5', '2021', 'certificate', '01', '01', 0), ('5', '2021', 'certificate', 'expired', '02', 0),
    ('5', '2021', 'certificate', '02', '03', 0), ('5', '2021', 'certificate', '03', '04', 0), ('5', '2021', 'certificate', '04', '04', 0),
    ('6', '2021', 'new', '', '01', 0), ('6', '2021', 'admitted', '', '02', 0),
    ('6', '2021', 'settled', '01', '03', 0), ('6', '2021', 'settled', '02', '04', 0), ('6', '2021', 'settled', '03', '05', 0),
    ('6', '2021', 'settled', '04', '06', 0), ('6', '2021', 'settled', '05', '07', 0), ('6', '2021', 'settled', '06', '08', 0),
    ('6', '2021', 'settled', '07', '09', 0), ('6', '2021', 'settled', '08', '10', 0), ('6', '2021', 'settled', '99', '11', 0),
    ('6', '2021', 'corrected', '', '12', 0), ('6', '2021', 'unsettled', '', '13', 0);

grant select on province.statistics_column, province.statistics_value to ${runtimeRole};
grant select, insert on province.statistics_result, province.statistics_cell to ${runtimeRole};
