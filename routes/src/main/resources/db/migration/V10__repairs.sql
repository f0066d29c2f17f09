-- Asked before an amendment of a decision leaves: was its credit record repaired?
create index record_repair on record (case_key) where kind = 'CreditRepair';
