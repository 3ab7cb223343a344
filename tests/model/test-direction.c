/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-direction"

#include "sample.h"

#include "cvn-card-gather.h"
#include "cvn-direction-operations.h"
#include "cvn-error.h"
#include "cvn-report-data.h"
#include "cvn-roadmap-revision.h"
#include "cvn-rows.h"

#include <string.h>

#define TODAY "2019-07-15"

typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
  char         *project;
} Fixture;

static void
put_item (Fixture    *fixture,
          const char *kind,
          const char *title_field,
          const char *title,
          const char *half_year,
          const char *status,
          const char *planned)
{
  g_autoptr (CvnRecord) record = cvn_record_new (cvn_kind_find (kind));

  cvn_record_set_text (record, "project", fixture->project);
  cvn_record_set_text (record, title_field, title);
  cvn_record_set_text (record, "status", status);
  if (half_year != NULL)
    cvn_record_set_text (record, "half_year", half_year);
  if (planned != NULL)
    cvn_record_set_text (record, "planned", planned);
  if (g_str_equal (kind, "risk"))
    {
      cvn_record_set_integer (record, "likelihood", 3);
      cvn_record_set_integer (record, "impact", 4);
    }
  cvn_test_put (fixture->store, record);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (CvnRecord) project = cvn_record_new (cvn_kind_find ("project"));

  cvn_test_folder_make (&fixture->folder);
  cvn_test_folder_make_centre (&fixture->folder);
  fixture->store = cvn_store_open (fixture->folder.path, 0, "tester", NULL);
  cvn_record_set_text (project, "code", "ecl");
  cvn_record_set_text (project, "name_nl", "Expatcentrum");
  cvn_test_put (fixture->store, project);
  fixture->project = g_strdup (cvn_record_get_id (project));
  put_item (fixture, "step", "description_nl", "Open stap", "2019-H1", "running", NULL);
  put_item (fixture, "step", "description_nl", "Klaar", "2019-H1", "done", NULL);
  put_item (fixture, "step", "description_nl", "Later", "2020-H1", "planned", NULL);
  put_item (fixture, "milestone", "title_nl", "Uitgelopen", "2019-H1", "waiting", "2019-07-01");
  put_item (fixture, "milestone", "title_nl", "Behaald", "2019-H1", "achieved", "2019-06-01");
  put_item (fixture, "risk", "title_nl", "Levend", NULL, "open", NULL);
  put_item (fixture, "risk", "title_nl", "Gesloten", NULL, "closed", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  cvn_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  g_free (fixture->project);
  cvn_test_folder_remove (&fixture->folder);
}

static char *
run (Fixture      *fixture,
     CvnOperation *operation)
{
  g_autoptr (CvnOperation) owned = operation;
  g_autoptr (GError) error = NULL;

  cvn_operation_run (owned, fixture->store, &error);
  g_assert_no_error (error);
  return g_strdup (cvn_operation_get_id (owned));
}

static void
refuse (Fixture      *fixture,
        CvnOperation *operation,
        CvnError      code)
{
  g_autoptr (CvnOperation) owned = operation;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (cvn_operation_run (owned, fixture->store, &error), ==, 0);
  g_assert_error (error, CVN_ERROR, (int) code);
}

typedef struct
{
  const char *id;
  const char *today;
} Question;

static gpointer
gather (CvnReader    *reader,
        gpointer      data,
        GCancellable *cancellable,
        GError      **error)
{
  const Question *question = data;

  return cvn_card_gather (reader, question->id, question->today, error);
}

static CvnCardSheet *
read_sheet (Fixture    *fixture,
            const char *id,
            const char *today)
{
  Question question = { id, today };
  g_autoptr (GError) error = NULL;
  CvnCardSheet *sheet = cvn_store_read (fixture->store, gather, &question, &error);

  g_assert_no_error (error);
  return sheet;
}

static void
write_text (Fixture    *fixture,
            const char *card,
            const char *text)
{
  g_autoptr (CvnCardSheet) sheet = read_sheet (fixture, card, TODAY);
  g_autoptr (CvnRecord) section = cvn_record_copy (sheet->sections->pdata[0]);
  g_autofree char *id = NULL;

  cvn_record_set_text (section, "text_nl", text);
  id = run (fixture, cvn_write_section_new (section, TODAY "T10:00"));
  g_assert_cmpstr (id, ==, cvn_record_get_id (section));
}

/* Row 73: a new card lists exactly what is unfinished, with its slip in days. */
static void
test_takes_open_matters_over (Fixture      *fixture,
                              gconstpointer data)
{
  static const char *const texts[] = { "Open stap", "Uitgelopen", "Levend" };
  g_autofree char         *before = cvn_test_dump (fixture->folder.path);
  g_autofree char         *after = NULL;
  g_autofree char         *id = run (fixture, cvn_new_card_new (fixture->project, "2019-H1", TODAY));
  g_autoptr (CvnCardSheet) sheet = read_sheet (fixture, id, TODAY);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (sheet->sections->len, ==, 10);
  g_assert_cmpint (cvn_record_get_integer (sheet->card, "edition"), ==, 1);
  g_assert_cmpstr (cvn_record_get_text (sheet->card, "title_nl"), ==, "Projectkaart Expatcentrum");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (cvn_record_get_text (g_array_index (sheet->lines, CvnCardLine, i).line, "text_nl"), ==, texts[i]);
  g_assert_cmpint (cvn_record_get_integer (g_array_index (sheet->lines, CvnCardLine, 1).line, "slip_days"), ==, 14);
  g_assert_cmpstr (cvn_record_get_text (g_array_index (sheet->lines, CvnCardLine, 3).line, "kind"), ==, "figure");
  refuse (fixture, cvn_new_card_new (fixture->project, "2019-H1", TODAY), CVN_ERROR_NOT_UNIQUE);
  g_assert_cmpint (cvn_store_undo (fixture->store, &error), >, 0);
  after = cvn_test_dump (fixture->folder.path);
  g_assert_cmpstr (after, ==, before);
}

static void
test_keeps_what_stays (Fixture      *fixture,
                       gconstpointer data)
{
  g_autofree char *first = run (fixture, cvn_new_card_new (fixture->project, "2019-H1", TODAY));
  g_autofree char *second = NULL;
  g_autoptr (CvnCardSheet) old = read_sheet (fixture, first, TODAY);
  g_autoptr (CvnCardSheet) sheet = NULL;
  g_autoptr (CvnRecord) urgency = cvn_record_copy (old->sections->pdata[7]);
  g_autoptr (CvnRecord) risk = NULL;

  g_assert_cmpstr (cvn_record_get_text (urgency, "question"), ==, "urgency");
  cvn_record_set_text (urgency, "text_nl", "Het groeit.");
  g_free (run (fixture, cvn_write_section_new (urgency, TODAY "T10:00")));
  write_text (fixture, first, "Er gebeurde veel.");
  second = run (fixture, cvn_new_card_new (fixture->project, "2019-H2", TODAY));
  sheet = read_sheet (fixture, second, TODAY);
  g_assert_cmpint (cvn_record_get_integer (sheet->card, "edition"), ==, 2);
  g_assert_cmpstr (cvn_record_get_text (sheet->card, "follows"), ==, first);
  g_assert_null (cvn_record_get_text (sheet->sections->pdata[0], "text_nl"));
  g_assert_cmpstr (cvn_record_get_text (sheet->sections->pdata[7], "text_nl"), ==, "Het groeit.");
  /* The trend is against the last card. */
  g_assert_cmpint (g_array_index (sheet->lines, CvnCardLine, 2).score_before, ==, 12);
}

static void
test_sign_off_freezes (Fixture      *fixture,
                       gconstpointer data)
{
  g_autofree char *id = run (fixture, cvn_new_card_new (fixture->project, "2019-H1", TODAY));
  g_autofree char *edition = NULL;
  g_autoptr (CvnCardSheet) sheet = NULL;
  g_autoptr (CvnCardSheet) copy = NULL;
  g_autoptr (CvnRecord) section = NULL;
  g_autoptr (CvnRecord) step = NULL;
  g_autoptr (GError) error = NULL;

  refuse (fixture, cvn_sign_off_new (id, "Stuurgroep", TODAY), CVN_ERROR_INVALID);
  write_text (fixture, id, "Er gebeurde veel.");
  refuse (fixture, cvn_sign_off_new (id, "", TODAY), CVN_ERROR_INVALID);
  g_free (run (fixture, cvn_sign_off_new (id, "Stuurgroep", TODAY)));
  sheet = read_sheet (fixture, id, "2020-01-01");
  g_assert_cmpuint (strlen (cvn_record_get_text (sheet->card, "seal")), ==, 64);
  g_assert_cmpstr (sheet->today, ==, TODAY);
  g_assert_cmpint (cvn_test_integer (fixture->folder.path, "SELECT count(*) FROM card_line WHERE kind = 'figure'"), ==, 8);
  section = cvn_record_copy (sheet->sections->pdata[0]);
  cvn_record_set_text (section, "text_nl", "Anders");
  refuse (fixture, cvn_write_section_new (section, TODAY "T11:00"), CVN_ERROR_FINAL);
  refuse (fixture, cvn_sign_off_new (id, "Stuurgroep", TODAY), CVN_ERROR_FINAL);
  g_assert_cmpint (cvn_test_delete (fixture->store, sheet->card, &error), ==, 0);
  g_assert_error (error, CVN_ERROR, CVN_ERROR_FINAL);
  /* What happens to the registers afterwards does not reach it. */
  cvn_test_sql (fixture->folder.path, "UPDATE step SET description_nl = 'Veranderd' WHERE description_nl = 'Open stap'");
  copy = read_sheet (fixture, id, "2020-01-01");
  g_assert_cmpstr (cvn_record_get_text (g_array_index (copy->lines, CvnCardLine, 0).line, "text_nl"), ==, "Open stap");
  edition = run (fixture, cvn_new_edition_new (id, NULL, "2020-01-01"));
  g_clear_pointer (&copy, cvn_card_sheet_free);
  copy = read_sheet (fixture, edition, "2020-01-01");
  g_assert_cmpint (cvn_record_get_integer (copy->card, "edition"), ==, 2);
  g_assert_false (cvn_record_has (copy->card, "seal"));
  g_assert_cmpstr (cvn_record_get_text (copy->sections->pdata[0], "text_nl"), ==, "Er gebeurde veel.");
}

/* Quotes, roles, sections of one's own and "no risks" are written on the card, each as one step; on a frozen card none is. */
static void
test_parts (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const kinds[] = { "card_quote", "card_role", "card_section" };
  static const char *const fields[] = { "role_nl", "role_nl", "title_nl" };
  g_autofree char         *id = run (fixture, cvn_new_card_new (fixture->project, "2019-H1", TODAY));
  g_autoptr (CvnCardSheet) sheet = NULL;
  g_autoptr (CvnCardSheet) after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (CvnRecord) part = cvn_record_new (cvn_kind_find (kinds[i]));

      cvn_record_set_text (part, "card", id);
      refuse (fixture, cvn_write_part_new (part, TODAY "T10:00"), CVN_ERROR_INVALID);
      cvn_record_set_text (part, fields[i], "Bewoner");
      if (i == 0)
        cvn_record_set_text (part, "text_nl", "Fijn!");
      g_free (run (fixture, cvn_write_part_new (part, TODAY "T10:00")));
    }
  sheet = read_sheet (fixture, id, TODAY);
  g_assert_cmpuint (sheet->quotes->len, ==, 1);
  g_assert_cmpuint (sheet->roles->len, ==, 1);
  g_assert_cmpuint (sheet->sections->len, ==, 11);
  g_assert_cmpint (cvn_record_get_integer (sheet->sections->pdata[10], "position"), ==, 11);
  g_assert_cmpstr (cvn_record_get_text (sheet->card, "changed_at"), ==, TODAY "T10:00");
  g_free (run (fixture, cvn_remove_part_new (sheet->quotes->pdata[0], TODAY "T11:00")));
  g_free (run (fixture, cvn_set_no_risks_new (id, TRUE, TODAY "T11:00")));
  after = read_sheet (fixture, id, TODAY);
  g_assert_cmpuint (after->quotes->len, ==, 0);
  g_assert_cmpint (cvn_record_get_integer (after->card, "no_risks"), ==, 1);
  write_text (fixture, id, "Er gebeurde veel.");
  g_free (run (fixture, cvn_sign_off_new (id, "Stuurgroep", TODAY)));
  refuse (fixture, cvn_remove_part_new (sheet->roles->pdata[0], TODAY "T12:00"), CVN_ERROR_FINAL);
  refuse (fixture, cvn_write_part_new (sheet->roles->pdata[0], TODAY "T12:00"), CVN_ERROR_FINAL);
  refuse (fixture, cvn_set_no_risks_new (id, FALSE, TODAY "T12:00"), CVN_ERROR_FINAL);
}

static void
test_moves_and_weighs (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (CvnRecord) service = cvn_record_new (cvn_kind_find ("roadmap_item"));
  g_autofree char *risk = NULL;
  g_autoptr (CvnRecord) moved = NULL;
  g_autoptr (GError) error = NULL;

  cvn_record_set_text (service, "axis", "talent");
  cvn_record_set_text (service, "name_nl", "Loket");
  cvn_record_set_integer (service, "start_year", 2021);
  cvn_test_put (fixture->store, service);
  g_free (run (fixture, cvn_move_service_new (cvn_record_get_id (service), "strategy", "later")));
  moved = cvn_test_get (fixture->store, "roadmap_item", cvn_record_get_id (service));
  g_assert_cmpstr (cvn_record_get_text (moved, "timing"), ==, "later");
  g_assert_cmpstr (cvn_record_get_text (moved, "axis"), ==, "strategy");
  g_assert_cmpint (cvn_record_get_integer (moved, "start_year"), ==, 2021);
  g_assert_cmpint (cvn_store_undo (fixture->store, &error), >, 0);
  risk = sample_find (fixture->store, "risk", "Levend");
  g_free (run (fixture, cvn_set_risk_new (risk, 5, 2)));
  g_assert_cmpint (cvn_test_integer (fixture->folder.path, "SELECT likelihood * 10 + impact FROM risk WHERE title_nl = 'Levend'"), ==, 52);
  refuse (fixture, cvn_set_risk_new (risk, 6, 2), CVN_ERROR_OUT_OF_RANGE);
}

/* Row 75: what the program counts is not typed over; what is measured names its source. */
static void
test_indicators_keep_their_source (Fixture      *fixture,
                                   gconstpointer data)
{
  static const struct
  {
    const char *automatic;
    const char *source;
    int         code;
  } cases[] = {
    { "registrations", "CBS", CVN_ERROR_INVALID },
    { NULL, NULL, CVN_ERROR_INVALID },
    { NULL, "CBS", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CvnRecord) indicator = cvn_record_new (cvn_kind_find ("indicator"));
      g_autoptr (CvnRecord) value = cvn_record_new (cvn_kind_find ("indicator_value"));
      g_autoptr (CvnChangeSet) changes = NULL;
      g_autoptr (GError) error = NULL;

      cvn_record_set_text (indicator, "name_nl", "Tevredenheid");
      if (cases[i].automatic != NULL)
        cvn_record_set_text (indicator, "automatic", cases[i].automatic);
      cvn_test_put (fixture->store, indicator);
      cvn_record_set_text (value, "definition", cvn_record_get_id (indicator));
      cvn_record_set_text (value, "indicator_nl", "Tevredenheid");
      cvn_record_set_text (value, "period", "2019");
      cvn_record_set_text (value, "value", "90");
      if (cases[i].source != NULL)
        cvn_record_set_text (value, "source", cases[i].source);
      changes = cvn_change_set_new (CVN_ACTION_ADD, cvn_kind_find ("indicator_value"), NULL);
      cvn_change_set_add (changes, value);
      cvn_store_apply (fixture->store, changes, &error);
      if (cases[i].code < 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, CVN_ERROR, cases[i].code);
    }
}

/* Row 71: the services of a party that reconsiders are marked, and no others. */
static void
test_marks_uncertain_services (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (CvnReportData) report = NULL;
  g_autoptr (GError) error = NULL;
  CvnTestFolder folder;
  CvnStore     *sample;
  guint         n = 0;

  sample = sample_open (&folder);
  cvn_test_sql (folder.path, "INSERT INTO agreement_decision (id, agreement, organisation, status, date, hash) SELECT '01ARZ3NDEKTSV4RRFFQ69G5FZZ', agreement, organisation, 'reconsidering', '2020-06-01', 0 FROM agreement_decision WHERE organisation = (SELECT id FROM organisation WHERE code = 'gem-leiden') LIMIT 1");
  report = cvn_report_data_read (sample, CVN_REPORT_ROADMAP, "2020", CVN_LANGUAGE_NL, "2020-12-31", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->roadmap->services->len, ==, 15);
  for (guint i = 0; i < report->roadmap->services->len; i++)
    {
      const CvnService *service = report->roadmap->services->pdata[i];
      gboolean          leiden = FALSE;

      for (guint f = 0; f < service->funders->len; f++)
        leiden = leiden || g_strcmp0 (((CvnFunder *) service->funders->pdata[f])->name_nl, "Gemeente Leiden") == 0;
      g_assert_cmpint (service->uncertain, ==, leiden);
      n += leiden;
    }
  g_assert_cmpuint (n, ==, 3);
  cvn_store_close (sample);
  g_object_unref (sample);
  cvn_test_folder_remove (&folder);
}

static CvnReportData *
read_roadmap (CvnStore *store)
{
  g_autoptr (GError) error = NULL;
  CvnReportData *report = cvn_report_data_read (store, CVN_REPORT_ROADMAP, "2020", CVN_LANGUAGE_NL, "2020-12-31", &error);

  g_assert_no_error (error);
  return report;
}

/* Axes are records: those that come with the program can be entered, called something else, and others added. */
static void
test_axes (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (CvnReportData) built_in = read_roadmap (fixture->store);
  g_autoptr (CvnReportData) entered = NULL;
  g_autoptr (CvnReportData) more = NULL;
  g_autoptr (CvnReportData) events = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnRecord) axis = cvn_record_new (cvn_kind_find ("axis"));
  g_autoptr (CvnRecord) first = NULL;
  g_autoptr (CvnRecord) service = cvn_record_new (cvn_kind_find ("roadmap_item"));
  g_autofree char   *unused = run (fixture, cvn_enter_axes_new (built_in->roadmap));
  const CvnCodeName *name;

  g_assert_cmpuint (built_in->roadmap->axes->len, ==, 4);
  name = cvn_code_names_find (built_in->roadmap->axes, "strategy");
  g_assert_cmpstr (cvn_code_name_get (name, CVN_LANGUAGE_NL), ==, "Strategie");
  g_assert_cmpstr (cvn_code_name_get (name, CVN_LANGUAGE_EN), ==, "Strategy");
  g_assert_null (name->id);
  entered = read_roadmap (fixture->store);
  g_assert_cmpuint (entered->roadmap->axes->len, ==, 4);
  first = cvn_test_get (fixture->store, "axis", ((CvnCodeName *) entered->roadmap->axes->pdata[0])->id);
  cvn_record_set_text (first, "name_nl", "Talent en loopbaan");
  cvn_test_put (fixture->store, first);
  cvn_record_set_integer (axis, "position", 9);
  cvn_record_set_text (axis, "code", "culture");
  cvn_record_set_text (axis, "name_en", "Culture");
  cvn_test_put (fixture->store, axis);
  cvn_record_set_text (service, "axis", "unheard-of");
  cvn_record_set_text (service, "name_nl", "Loket");
  cvn_test_put (fixture->store, service);
  more = read_roadmap (fixture->store);
  g_assert_cmpuint (more->roadmap->axes->len, ==, 6);
  g_assert_cmpstr (cvn_code_name_get (more->roadmap->axes->pdata[0], CVN_LANGUAGE_NL), ==, "Talent en loopbaan");
  g_assert_cmpstr (cvn_code_name_get (more->roadmap->axes->pdata[4], CVN_LANGUAGE_NL), ==, "Culture");
  g_assert_cmpstr (cvn_code_name_get (more->roadmap->axes->pdata[5], CVN_LANGUAGE_NL), ==, "unheard-of");
  events = cvn_report_data_read (fixture->store, CVN_REPORT_EVENTS, "2020 axis=culture", CVN_LANGUAGE_NL, "2020-12-31", &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (events->figures->filter, "Culture"));
  g_assert_null (cvn_report_data_read (fixture->store, CVN_REPORT_EVENTS, "2020 axis=nonsense", CVN_LANGUAGE_NL, "2020-12-31", &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
}

static char *
put_service (Fixture    *fixture,
             const char *name,
             gint64      cost)
{
  g_autoptr (CvnRecord) service = cvn_record_new (cvn_kind_find ("roadmap_item"));

  cvn_record_set_text (service, "name_nl", name);
  cvn_record_set_text (service, "axis", "talent");
  cvn_record_set_text (service, "maturity", "planned");
  cvn_record_set_integer (service, "cost_estimate", cost);
  cvn_test_put (fixture->store, service);
  return g_strdup (cvn_record_get_id (service));
}

static gboolean
delete_service (CvnWriter    *writer,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  return cvn_writer_delete (writer, cvn_kind_find ("roadmap_item"), data, error);
}

static gpointer
compare_revision (CvnReader    *reader,
                  gpointer      data,
                  GCancellable *cancellable,
                  GError      **error)
{
  g_autoptr (GPtrArray) kept = cvn_rows_find (reader, "roadmap_revision_item", "revision", data, error);
  g_autoptr (CvnRoadmapSheet) sheet = cvn_roadmap_gather (reader, TODAY, 2019, error);

  return cvn_roadmap_revision_compare (kept, sheet, CVN_LANGUAGE_NL);
}

static gpointer
get_kept (CvnReader    *reader,
          gpointer      data,
          GCancellable *cancellable,
          GError      **error)
{
  g_autoptr (GPtrArray) kept = cvn_rows_find (reader, "roadmap_revision_item", "revision", data, error);

  return kept != NULL ? g_object_ref (kept->pdata[0]) : NULL;
}

/* Each as "Name: field before > after". */
static void
assert_differences (Fixture           *fixture,
                    const char        *revision,
                    const char *const *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = cvn_store_read (fixture->store, compare_revision, (gpointer) (guintptr) revision, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, g_strv_length ((char **) (guintptr) expected));
  for (guint i = 0; i < found->len; i++)
    {
      const CvnRevisionDifference *difference = found->pdata[i];
      g_autofree char             *text = NULL;

      if (difference->what != CVN_REVISION_CHANGED)
        text = g_strdup_printf ("%s: %s", difference->name, difference->what == CVN_REVISION_ADDED ? "new" : "gone");
      else
        text = g_strdup_printf ("%s: %s %s > %s", difference->name, difference->field->name, difference->before, difference->after);
      g_assert_cmpstr (text, ==, expected[i]);
    }
}

/* A revision keeps the services as they were, whatever becomes of them; it cannot be rewritten, and it goes and comes back as a whole. */
static void
test_revisions (Fixture      *fixture,
                gconstpointer data)
{
  static const char *const nothing[] = { NULL };
  static const char *const changes[] = { "Loket: name_nl Balie > Loket", "Loket: timing Later > Straks", "Loket: maturity Gepland > ", "Loket: cost_estimate € 1,00 > € 25,00",
                                         "Cursus: new", "Database: gone", NULL };
  g_autoptr (CvnRecord) nameless = cvn_record_new (cvn_kind_find ("roadmap_revision"));
  g_autoptr (CvnRecord) revision = cvn_record_new (cvn_kind_find ("roadmap_revision"));
  g_autofree char *balie = NULL;
  g_autofree char *database = NULL;
  g_autofree char *id = NULL;
  g_autoptr (CvnRecord) service = NULL;
  g_autoptr (CvnRecord) item = NULL;
  g_autoptr (CvnRecord) rewritten = NULL;
  g_autoptr (CvnChangeSet) changed = NULL;
  g_autoptr (GError) error = NULL;

  cvn_record_set_text (revision, "date", TODAY);
  cvn_record_set_text (revision, "name_nl", "Voorjaar");
  cvn_record_set_text (nameless, "date", TODAY);
  refuse (fixture, cvn_keep_revision_new (nameless), CVN_ERROR_INVALID);
  refuse (fixture, cvn_keep_revision_new (revision), CVN_ERROR_INVALID);
  balie = put_service (fixture, "Balie", 100);
  database = put_service (fixture, "Database", 100);
  id = run (fixture, cvn_keep_revision_new (revision));
  assert_differences (fixture, id, nothing);
  service = cvn_test_get (fixture->store, "roadmap_item", balie);
  cvn_record_set_text (service, "name_nl", "Loket");
  cvn_record_set_text (service, "timing", "next");
  cvn_record_set_text (service, "maturity", NULL);
  cvn_record_set_integer (service, "cost_estimate", 2500);
  cvn_test_put (fixture->store, service);
  g_free (put_service (fixture, "Cursus", 1));
  cvn_store_write (fixture->store, CVN_ACTION_DELETE, NULL, NULL, delete_service, database, &error);
  g_assert_no_error (error);
  assert_differences (fixture, id, changes);
  item = cvn_store_read (fixture->store, get_kept, id, &error);
  g_assert_no_error (error);
  rewritten = cvn_record_copy (item);
  cvn_record_set_integer (rewritten, "cost_estimate", 7);
  changed = cvn_change_set_new (CVN_ACTION_EDIT, cvn_kind_find ("roadmap_revision_item"), NULL);
  cvn_change_set_edit (changed, item, rewritten);
  cvn_store_apply (fixture->store, changed, &error);
  g_assert_error (error, CVN_ERROR, CVN_ERROR_FINAL);
  g_clear_error (&error);
  g_free (run (fixture, cvn_delete_revision_new (id)));
  g_assert_cmpint (cvn_test_integer (fixture->folder.path, "SELECT (SELECT count(*) FROM roadmap_revision) + (SELECT count(*) FROM roadmap_revision_item)"), ==, 0);
  g_assert_cmpint (cvn_store_undo (fixture->store, &error), >, 0);
  g_assert_no_error (error);
  assert_differences (fixture, id, changes);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/model/direction/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("takes-open-matters-over", test_takes_open_matters_over);
  ADD ("keeps-what-stays", test_keeps_what_stays);
  ADD ("sign-off-freezes", test_sign_off_freezes);
  ADD ("writes-parts-on-the-card", test_parts);
  ADD ("moves-and-weighs", test_moves_and_weighs);
  ADD ("indicators-keep-their-source", test_indicators_keep_their_source);
  ADD ("marks-uncertain-services", test_marks_uncertain_services);
  ADD ("axes", test_axes);
  ADD ("revisions", test_revisions);
  return g_test_run ();
}
