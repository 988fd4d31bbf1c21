-- Questions that analysts ask, as views over the tables that config/postgres-*.json keep.
-- The tables appear with their first record; run this afterwards, and again after an upgrade:
--   psql tocsin -f views.sql
-- Instants are in UTC. Columns of lists hold JSON text: cast them with ::jsonb.

-- Targets with the most attacks in the last seven days, today included. Only certain incidents count.
CREATE OR REPLACE VIEW top_targets_this_week AS
SELECT subject_id AS target_id,
       max(subject_name) AS target,
       sum(certain) AS attacks,
       sum(possible) AS possible_attacks,
       count(*) FILTER (WHERE certain > 0) AS days_with_attacks,
       sum(killed_min) AS killed_at_least,
       sum(injured_min) AS injured_at_least
FROM daily_counts
WHERE subject_kind = 'TARGET'
  AND date > (now() AT TIME ZONE 'UTC')::date - 7
GROUP BY subject_id
HAVING sum(certain) > 0
ORDER BY attacks DESC, target_id;

-- Days on which a subject's count exceeds a rule's threshold, newest first. What was withdrawn is not among them.
CREATE OR REPLACE VIEW days_above_threshold AS
SELECT date,
       subject_kind,
       subject_id,
       subject_name AS subject,
       rule_id,
       level,
       count AS attacks,
       threshold,
       kind = 'CLOSED' OR after_close AS closed,
       alert_id
FROM alerts
WHERE kind <> 'WITHDRAWN'
ORDER BY date DESC, subject_id, rule_id;

-- How many articles, of how many independent publishers, report each incident. What was merged into another incident
-- or retracted is not among them.
CREATE OR REPLACE VIEW reports_per_incident AS
SELECT incident_id,
       attack_date_earliest,
       attack_date_latest,
       place_name,
       place_country_code,
       attack_type,
       killed_min,
       killed_max,
       report_count AS reports,
       publisher_count AS publishers,
       first_reported_at,
       last_reported_at
FROM incidents
WHERE merged_into IS NULL
  AND NOT retracted
ORDER BY report_count DESC, incident_id;

-- The way back from an alert to the articles: one row for each report that an alert shows.
CREATE OR REPLACE VIEW evidence_of_alerts AS
SELECT alert_id,
       date,
       subject_name AS subject,
       incident ->> 'incidentId' AS incident_id,
       incident ->> 'attackType' AS attack_type,
       report ->> 'source' AS publisher,
       report ->> 'url' AS url,
       report ->> 'evidence' AS sentence,
       report -> 'origin' ->> 'topic' AS topic,
       (report -> 'origin' ->> 'partition')::int AS partition,
       (report -> 'origin' ->> 'offset')::bigint AS "offset"
FROM alerts
     CROSS JOIN LATERAL jsonb_array_elements(incidents::jsonb) AS incident
     CROSS JOIN LATERAL jsonb_array_elements(incident -> 'evidence') AS report;
