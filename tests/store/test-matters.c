/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-matters"

#include "sample.h"

#include "cvn-clock.h"
#include "cvn-db.h"

#include <string.h>

/* What falls due and what needs attention, held against records made for it; and how the figures are looked up. */

typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
} Fixture;

/* At the end of 2031, when all that the tests make has been decided. */
static gint64
get_late (void)
{
  return 1956441600;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  cvn_clock_set_for_tests (get_late);
  fixture->store = sample_open (&fixture->folder);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  cvn_store_close (fixture->store);
  cvn_clock_set_for_tests (NULL);
  g_clear_object (&fixture->store);
  cvn_test_folder_remove (&fixture->folder);
}

/* Records made for one test, "field=value" each; numbers and references as they are stored. */
typedef struct
{
  const char *kind;
  const char *id;
  const char *fields[12];
} Made;

static gboolean
put_made (CvnWriter    *writer,
          gpointer      data,
          GCancellable *cancellable,
          GError      **error)
{
  for (const Made *made = data; made->kind != NULL; made++)
    {
      const CvnKind *kind = cvn_kind_find (made->kind);
      g_autoptr (CvnRecord) record = cvn_record_new (kind);

      cvn_record_set_id (record, made->id);
      for (guint i = 0; made->fields[i] != NULL; i++)
        {
          g_auto (GStrv) parts = g_strsplit (made->fields[i], "=", 2);

          if (cvn_field_is_integer (&kind->fields[cvn_kind_find_field (kind, parts[0])]))
            cvn_record_set_integer (record, parts[0], g_ascii_strtoll (parts[1], NULL, 10));
          else
            cvn_record_set_text (record, parts[0], parts[1]);
        }
      if (!cvn_writer_put (writer, record, error))
        return FALSE;
    }
  return TRUE;
}

static void
make (Fixture    *fixture,
      const Made *made)
{
  g_autoptr (GError) error = NULL;

  cvn_store_write (fixture->store, CVN_ACTION_ADD, NULL, NULL, put_made, (gpointer) (guintptr) made, &error);
  g_assert_no_error (error);
}

/* "what id date" of each row, in order. */
static char *
dup_rows (Fixture    *fixture,
          const char *name,
          int         year,
          const char *today)
{
  g_autoptr (CvnTable) table = sample_figure (fixture->store, name, year, today, NULL, FALSE);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cvn_table_get_n_rows (table); i++)
    {
      const char *id = cvn_table_get_text (table, i, "id");
      const char *date = cvn_table_get_text (table, i, "date");

      g_string_append_printf (text, "%s %s %s\n", cvn_table_get_text (table, i, "what"), id != NULL ? id : "-", date != NULL ? date : "-");
    }
  return g_string_free (text, FALSE);
}

#define KATWIJK "organisation=organisation-0002"

static const Made dated[] = {
  { "agreement", "a1", { "kind=covenant", "title_nl=A", "start_date=2030-01-01", "end_date=2031-07-31", "notice_date=2031-07-01", "status=active" } },
  { "agreement", "a2", { "kind=covenant", "title_nl=A", "start_date=2030-01-01", "end_date=2031-07-10", "status=ended" } },
  { "commitment", "c1", { "agreement=a1", KATWIJK, "year=2031", "start_date=2031-01-01", "end_date=2031-12-31", "amount=300" } },
  { "invoice", "v1", { "number=X1", KATWIJK, "date=2031-06-01", "due_date=2031-07-05", "net=100", "total=100", "status=sent" } },
  { "invoice", "v2", { "number=X2", KATWIJK, "date=2031-06-01", "due_date=2031-07-05", "net=100", "total=100", "status=paid", "paid_on=2031-06-20" } },
  { "invoice", "v3", { "number=X3", KATWIJK, "date=2031-06-01", "due_date=2031-07-06", "net=100", "total=100", "status=draft" } },
  { "instalment", "i1", { "commitment=c1", KATWIJK, "due_date=2031-07-05", "amount=100", "invoice=v1" } },
  { "instalment", "i2", { "commitment=c1", KATWIJK, "due_date=2031-07-06", "amount=100", "invoice=v3" } },
  { "instalment", "i3", { "commitment=c1", KATWIJK, "due_date=2031-08-01", "amount=100" } },
  { "event", "e1", { "starts=2031-07-31T20:00", "title_nl=E", "status=planned", "mode=own" } },
  { "event", "e2", { "starts=2031-07-02T20:00", "title_nl=E", "status=cancelled", "mode=own" } },
  { "event", "e3", { "starts=2031-08-01T00:00", "title_nl=E", "status=planned", "mode=own" } },
  { "milestone", "m1", { "planned=2031-07-01", "title_nl=M", "status=open" } },
  { "milestone", "m2", { "planned=2031-07-02", "title_nl=M", "status=achieved" } },
  { "milestone", "m3", { "planned=2031-06-30", "title_nl=M", "status=open" } },
  { "interaction", "n1", { "date=2031-05-01", KATWIJK, "subject=S", "follow_up=2031-07-15" } },
  { "interaction", "n2", { "date=2031-05-01", KATWIJK, "subject=S", "follow_up=2031-07-15", "done=1" } },
  { "contact", "p1", { KATWIJK, "role=R", "delete_after=2031-07-20" } },
  { NULL },
};

static void
test_deadlines (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *rows = NULL;

  make (fixture, dated);
  rows = dup_rows (fixture, "deadlines", 2031, "2031-07-01");
  g_assert_cmpstr (rows, ==,
                   "agreement_notice a1 2031-07-01\n"
                   "milestone_due m1 2031-07-01\n"
                   "invoice_due v1 2031-07-05\n"
                   "instalment_due i2 2031-07-06\n"
                   "follow_up n1 2031-07-15\n"
                   "contact_delete p1 2031-07-20\n"
                   "agreement_ends a1 2031-07-31\n"
                   "event_starts e1 2031-07-31\n");
}

static const Made pressing[] = {
  { "agreement", "old", { "kind=covenant", "title_nl=Oud", "start_date=2029-01-01", "end_date=2030-12-31", "status=ended" } },
  { "agreement", "new", { "kind=covenant", "title_nl=Nieuw", "start_date=2031-01-01", "end_date=2032-12-31", "status=active", "extends=old", "requires_all=1" } },
  { "agreement_decision", "d1", { "agreement=old", "organisation=organisation-0001", "status=signed", "date=2028-12-01" } },
  { "agreement_decision", "d2", { "agreement=old", "organisation=organisation-0002", "status=signed", "date=2028-12-01" } },
  { "agreement_decision", "d3", { "agreement=new", "organisation=organisation-0001", "status=signed", "date=2031-03-01" } },
  { "agreement_decision", "d4", { "agreement=new", "organisation=organisation-0003", "status=being_decided", "date=2031-02-01" } },
  { "agreement_decision", "d5", { "agreement=new", "organisation=organisation-0004", "status=declined", "date=2031-02-01" } },
  { "commitment", "c1", { "agreement=new", "organisation=organisation-0005", "year=2031", "start_date=2031-01-01", "end_date=2031-12-31", "amount=100" } },
  { "instalment", "i1", { "commitment=c1", "organisation=organisation-0005", "due_date=2031-03-31", "amount=100" } },
  { "invoice", "v1", { "number=X1", "organisation=organisation-0005", "date=2031-01-01", "due_date=2031-03-30", "net=100", "total=100", "status=partly_paid" } },
  { "invoice", "v2", { "number=X2", "organisation=organisation-0005", "date=2031-01-01", "due_date=2031-04-01", "net=100", "total=100", "status=sent" } },
  { "budget_line", "b1", { "year=2031", "line=K1", "kind=cost", "description_nl=K", "budget=100", "amended=200", "forecast=201" } },
  { "budget_line", "b2", { "year=2031", "line=K2", "kind=cost", "description_nl=K", "budget=100", "amended=200", "actual=200" } },
  { "budget_line", "b3", { "year=2031", "line=B1", "kind=income", "description_nl=B", "budget=100", "actual=900" } },
  { "registration_count", "r1", { "month=24372", "municipality=organisation-0001", "target_group=student", "count=1" } },
  { "registration_count", "r3", { "month=24374", "municipality=organisation-0001", "target_group=student", "count=0" } },
  { "risk", "k1", { "title_nl=R", "status=open", "likelihood=3", "impact=4" } },
  { "risk", "k2", { "title_nl=R", "status=open", "measure_en=Do it" } },
  { "risk", "k3", { "title_nl=R", "status=closed" } },
  { "milestone", "m1", { "title_nl=M", "status=delayed", "planned=2031-03-31" } },
  { "milestone", "m2", { "title_nl=M", "status=open", "planned=2031-04-01" } },
  { "milestone", "m3", { "title_nl=M", "status=achieved", "planned=2031-01-01", "done_on=2031-02-01" } },
  { "milestone", "m4", { "title_nl=M", "status=dropped", "planned=2031-01-01" } },
  { "event", "e1", { "starts=2031-02-01T20:00", "title_nl=E", "status=held", "mode=joint" } },
  { "event", "e2", { "starts=2031-02-02T20:00", "title_nl=E", "status=held", "mode=announced" } },
  { "event", "e3", { "starts=2031-02-03T20:00", "title_nl=E", "status=held", "mode=own", "attended=0" } },
  { NULL },
};

static void
test_attention (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *rows = NULL;

  make (fixture, pressing);
  /* Month 24372 is January 2031; nothing was counted in February, and April has not ended. */
  rows = dup_rows (fixture, "attention", 2031, "2031-04-01");
  g_assert_cmpstr (rows, ==,
                   "unsigned organisation-0002 -\n"
                   "unsigned organisation-0005 -\n"
                   "unsigned organisation-0003 2031-02-01\n"
                   "invoice_overdue invoice-0084 2020-03-04\n"
                   "invoice_overdue v1 2031-03-30\n"
                   "instalment_overdue i1 2031-03-31\n"
                   "over_budget b1 2031\n"
                   "month_without_figures - 2031-02\n"
                   "risk_without_measure k1 -\n"
                   "milestone_slipped milestone-0014 2018-12-31\n"
                   "milestone_slipped milestone-0012 2019-02-28\n"
                   "milestone_slipped milestone-0011 2019-06-30\n"
                   "milestone_slipped milestone-0013 2019-12-31\n"
                   "milestone_slipped milestone-0008 2020-12-31\n"
                   "milestone_slipped milestone-0010 2020-12-31\n"
                   "milestone_slipped m1 2031-03-31\n"
                   "attendance_missing e1 2031-02-01\n");
}

#define BOOKED "programme=prog", "date=2031-05-01", "net=100", "requested_on=2031-01-01", "quoted_on=2031-01-02"

/* A quote counts until it is answered or expires, a benefit until it is delivered. */
static const Made promised[] = {
  { "programme", "prog", { "name_nl=P", "price=100" } },
  { "booking", "q1", { KATWIJK, BOOKED, "status=quoted", "valid_until=2031-03-31" } },
  { "booking", "q2", { KATWIJK, BOOKED, "status=quoted", "valid_until=2031-04-01" } },
  { "booking", "q3", { KATWIJK, BOOKED, "status=booked", "valid_until=2031-03-31", "confirmed_on=2031-02-01" } },
  { "partner_package", "pp", { KATWIJK, "year=2031", "package=basis", "price=100" } },
  { "exposure", "x1", { "package=pp", "title_nl=A", "due=2031-03-31" } },
  { "exposure", "x2", { "package=pp", "title_nl=B", "due=2031-04-30" } },
  { "exposure", "x3", { "package=pp", "title_nl=C", "due=2031-03-31", "delivered_on=2031-03-01", "item=I" } },
  { "exposure", "x4", { "package=pp", "title_nl=D", "due=2031-05-02" } },
  { NULL },
};

static void
test_promised (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *late = NULL;
  g_autofree char *due = NULL;

  make (fixture, promised);
  late = dup_rows (fixture, "attention", 2031, "2031-04-01");
  g_assert_nonnull (strstr (late, "quote_expired q1 2031-03-31\n"));
  g_assert_null (strstr (late, "quote_expired q2"));
  g_assert_null (strstr (late, "quote_expired q3"));
  g_assert_nonnull (strstr (late, "benefit_overdue x1 2031-03-31\n"));
  g_assert_null (strstr (late, "benefit_overdue x2"));
  g_assert_null (strstr (late, "benefit_overdue x3"));
  due = dup_rows (fixture, "deadlines", 2031, "2031-04-01");
  g_assert_cmpstr (due, ==, "quote_expires q2 2031-04-01\nbenefit_due x2 2031-04-30\n");
}

/* Money that is late, came twice, or came for nothing. */
static const Made money[] = {
  { "invoice", "v1", { "number=X1", "organisation=organisation-0005", "date=2031-01-01", "due_date=2031-02-01", "net=100", "total=100", "status=sent" } },
  { "reminder", "r1", { "invoice=v1", "level=1", "date=2031-02-05" } },
  { "invoice", "v2", { "number=X2", "organisation=organisation-0005", "date=2031-01-01", "due_date=2031-02-01", "net=100", "total=100", "status=paid", "paid_on=2031-01-20" } },
  { "payment", "p2", { "date=2031-01-20", "kind=receipt", "amount=150", "organisation=organisation-0005" } },
  { "settlement", "s2", { "payment=p2", "invoice=v2", "amount=150" } },
  { "payment", "p3", { "date=2031-01-25", "kind=receipt", "amount=70", "organisation=organisation-0005" } },
  { NULL },
};

/* A letter has its day: until then the invoice is late, and the day is among the deadlines. */
static void
test_money (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *due = NULL;
  g_autofree char *after = NULL;

  make (fixture, money);
  before = dup_rows (fixture, "attention", 2031, "2031-02-18");
  due = dup_rows (fixture, "deadlines", 2031, "2031-02-18");
  after = dup_rows (fixture, "attention", 2031, "2031-02-19");
  g_assert_nonnull (strstr (before, "invoice_overdue v1 2031-02-01\n"));
  g_assert_null (strstr (before, "reminder_due"));
  g_assert_nonnull (strstr (due, "reminder_next v1 2031-02-19\n"));
  g_assert_nonnull (strstr (after, "reminder_due v1 2031-02-01\n"));
  g_assert_null (strstr (after, "invoice_overdue v1"));
  g_assert_nonnull (strstr (after, "paid_too_much v2 2031-02-01\n"));
  g_assert_nonnull (strstr (after, "payment_unmatched p3 2031-01-25\n"));
  g_assert_null (strstr (after, "payment_unmatched p2"));
}

/* What grows without end, and is told of by summaries and indices instead. */
#define BIG "registration_count|journal|journal_change|search_document|search_words|search_grams"

/* By what names a query knows its big tables: their own, and those that it gives them. */
static GHashTable *
find_names (const char *sql)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\b(?:FROM|JOIN|,)\\s+(" BIG ")\\b(?:\\s+AS)?(?:\\s+(\\w+))?", G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_regex_match (regex, sql, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *table = g_match_info_fetch (match, 1);
      g_autofree char *alias = g_match_info_fetch (match, 2);

      if (alias != NULL && *alias != '\0')
        g_hash_table_replace (names, g_steal_pointer (&alias), g_strdup (table));
      g_hash_table_replace (names, g_strdup (table), g_strdup (table));
    }
  return names;
}

static const Made reminding[] = {
  { "agreement", "a1", { "kind=covenant", "title_nl=A", "start_date=2030-01-01", "end_date=2031-12-31", "notice_date=2031-06-30", "reminder_days=60, 5,0", "status=active" } },
  { "agreement", "a2", { "kind=service_agreement", "title_nl=B", "start_date=2030-01-01", "end_date=2031-12-31", "status=active" } },
  { "agreement", "a3", { "kind=service_agreement", "title_nl=C", "start_date=2032-01-01", "status=being_decided", "extends=a2" } },
  { "agreement_decision", "d1", { "agreement=a1", "organisation=organisation-0001", "status=being_decided", "date=2031-01-01", "expected=2031-05-05" } },
  { "agreement_decision", "d2", { "agreement=a1", "organisation=organisation-0002", "status=being_decided", "date=2031-01-01", "expected=2031-05-05" } },
  { "agreement_decision", "d3", { "agreement=a1", "organisation=organisation-0002", "status=approved", "date=2031-04-01" } },
  { NULL },
};

/* How often @what is among what needs attention, day by day through the year, as the days on which it is. */
static char *
dup_days (Fixture    *fixture,
          const char *what)
{
  g_autoptr (GDate) day = g_date_new_dmy (1, G_DATE_JANUARY, 2031);
  GString *days = g_string_new (NULL);

  for (; g_date_get_year (day) == 2031; g_date_add_days (day, 1))
    {
      char today[11];
      g_autoptr (CvnTable) table = NULL;

      g_date_strftime (today, sizeof today, "%Y-%m-%d", day);
      table = sample_figure (fixture->store, "attention", 2031, today, NULL, FALSE);
      for (guint i = 0; i < cvn_table_get_n_rows (table); i++)
        if (g_str_equal (cvn_table_get_text (table, i, "what"), what))
          g_string_append_printf (days, "%s %s;", today, cvn_table_get_text (table, i, "id"));
    }
  return g_string_free (days, FALSE);
}

/* Once on each day that was asked for; a decision that was taken, or an end that is followed, reminds no more. */
static void
test_reminders (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *notice = NULL;
  g_autofree char *end = NULL;
  g_autofree char *decision = NULL;
  g_autofree char *due = NULL;

  make (fixture, reminding);
  notice = dup_days (fixture, "notice_near");
  end = dup_days (fixture, "end_near");
  decision = dup_days (fixture, "decision_near");
  g_assert_cmpstr (notice, ==, "2031-05-01 a1;2031-06-25 a1;2031-06-30 a1;");
  g_assert_cmpstr (end, ==, "2031-11-01 a1;2031-12-26 a1;2031-12-31 a1;");
  g_assert_cmpstr (decision, ==, "2031-03-06 organisation-0001;2031-03-06 organisation-0002;2031-04-30 organisation-0001;2031-05-05 organisation-0001;");
  due = dup_rows (fixture, "deadlines", 2031, "2031-04-30");
  g_assert_cmpstr (due, ==, "decision_expected organisation-0001 2031-05-05\n");
}

static const Made tasks[] = {
  { "task", "t1", { "title=Zaal", "due=2031-03-10", "reminder=2" } },
  { "task", "t2", { "title=Stil", "due=2031-03-10" } },
  { "task", "t3", { "title=Klaar", "due=2031-03-10", "reminder=2", "done_on=2031-03-01" } },
  { NULL },
};

/* From so many days before as the task asks for, until it is late. */
static void
test_task_reminders (Fixture      *fixture,
                     gconstpointer data)
{
  static const struct
  {
    const char *today;
    const char *told;
  } cases[] = {
    { "2031-03-07", NULL },
    { "2031-03-08", "task_reminder t1 2031-03-10\n" },
    { "2031-03-10", "task_reminder t1 2031-03-10\n" },
    { "2031-03-11", "task_late t1 2031-03-10\ntask_late t2 2031-03-10\n" },
  };

  make (fixture, tasks);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = dup_rows (fixture, "attention", 2031, cases[i].today);

      g_assert_true (cases[i].told != NULL ? strstr (rows, cases[i].told) != NULL : strstr (rows, "task_") == NULL);
      g_assert_null (strstr (rows, " t3 "));
    }
}

/* However many there are: figures read the summary, rows find theirs by an index. Returns: how it is carried out, line by line. */
static char *
assert_plan (CvnDb      *db,
             const char *name,
             const char *suffix)
{
  g_autofree char *sql = cvn_figure_dup_sql (name, suffix);
  g_autofree char *explain = sql != NULL ? g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnStatement) statement = NULL;
  g_autoptr (GHashTable) names = NULL;
  GString *plan = g_string_new (NULL);
  gboolean has_row;

  if (sql == NULL)
    return g_string_free (plan, FALSE);
  names = find_names (sql);
  statement = cvn_db_prepare (db, explain, &error);
  g_assert_no_error (error);
  while (cvn_statement_step (statement, &has_row, &error) && has_row)
    {
      g_auto (GStrv) words = g_strsplit (cvn_statement_get_text (statement, 3), " ", 3);
      const char *table = words[0] != NULL && words[1] != NULL ? g_hash_table_lookup (names, words[1]) : NULL;

      g_test_message ("%s%s: %s", name, suffix, cvn_statement_get_text (statement, 3));
      g_string_append_printf (plan, "%s\n", cvn_statement_get_text (statement, 3));
      if (table != NULL && g_str_equal (words[0], "SCAN"))
        g_error ("%s%s reads the whole table %s", name, suffix, table);
    }
  g_assert_no_error (error);
  return g_string_free (plan, FALSE);
}

static void
test_plans (void)
{
  CvnTestFolder        folder = { NULL, NULL };
  guint                n_figures;
  const CvnFigureInfo *figures = cvn_figure_list (&n_figures);
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnDb) db = NULL;
  g_autofree char *attention = NULL;

  cvn_test_folder_make (&folder);
  cvn_test_folder_make_centre (&folder);
  db = cvn_db_open (folder.path, CVN_DB_READ, &error);
  g_assert_no_error (error);
  for (guint f = 0; f < n_figures; f++)
    {
      g_autofree char *figure = assert_plan (db, figures[f].name, ".sql");
      g_autofree char *rows = assert_plan (db, figures[f].name, ".rows.sql");
    }
  /* The few events that somebody should look at are found among the many that are done with. */
  attention = assert_plan (db, "attention", ".sql");
  g_assert_nonnull (strstr (attention, "SEARCH event USING INDEX event_planned (starts<?)"));
  g_assert_nonnull (strstr (attention, "SEARCH e USING INDEX event_uncounted (starts>? AND starts<?)"));
  g_clear_pointer (&db, cvn_db_free);
  cvn_test_folder_remove (&folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/matters/deadlines", Fixture, NULL, set_up, test_deadlines, tear_down);
  g_test_add ("/store/matters/promised", Fixture, NULL, set_up, test_promised, tear_down);
  g_test_add ("/store/matters/money", Fixture, NULL, set_up, test_money, tear_down);
  g_test_add ("/store/matters/task-reminders", Fixture, NULL, set_up, test_task_reminders, tear_down);
  g_test_add ("/store/matters/attention", Fixture, NULL, set_up, test_attention, tear_down);
  g_test_add ("/store/matters/reminders", Fixture, NULL, set_up, test_reminders, tear_down);
  g_test_add_func ("/store/matters/plans", test_plans);
  return g_test_run ();
}
