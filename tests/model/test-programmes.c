/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-programmes"

#include "store-support.h"

#include "cvn-error.h"
#include "cvn-operations.h"
#include "cvn-programme-operations.h"
#include "cvn-store.h"

#include <string.h>

typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
  char         *customer;
  char         *programme;
  char         *booking;
} Fixture;

static char *
put (Fixture   *fixture,
     CvnRecord *record)
{
  cvn_test_put (fixture->store, record);
  return g_strdup (cvn_record_get_id (record));
}

static char *
put_booking (Fixture    *fixture,
             const char *date,
             gint64      cents)
{
  g_autoptr (CvnRecord) booking = cvn_record_new (cvn_kind_find ("booking"));

  cvn_record_set_text (booking, "organisation", fixture->customer);
  cvn_record_set_text (booking, "programme", fixture->programme);
  cvn_record_set_text (booking, "date", date);
  cvn_record_set_integer (booking, "net", cents);
  cvn_record_set_integer (booking, "minutes", 600);
  cvn_record_set_text (booking, "status", "requested");
  cvn_record_set_text (booking, "requested_on", "2020-01-02");
  return put (fixture, booking);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (CvnRecord) customer = cvn_test_make_organisation ("bd-01", "ASML");
  g_autoptr (CvnRecord) programme = cvn_record_new (cvn_kind_find ("programme"));

  cvn_test_folder_make (&fixture->folder);
  cvn_test_folder_make_centre (&fixture->folder);
  fixture->store = cvn_store_open (fixture->folder.path, 0, "tester", NULL);
  fixture->customer = put (fixture, customer);
  cvn_record_set_text (programme, "name_nl", "Taallessen");
  cvn_record_set_text (programme, "vat_category", "taxed");
  cvn_record_set_integer (programme, "price", 189500);
  fixture->programme = put (fixture, programme);
  fixture->booking = put_booking (fixture, "2020-03-02", 189500);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  cvn_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  g_free (fixture->customer);
  g_free (fixture->programme);
  g_free (fixture->booking);
  cvn_test_folder_remove (&fixture->folder);
}

static void
run (Fixture      *fixture,
     CvnOperation *operation)
{
  g_autoptr (CvnOperation) owned = operation;
  g_autoptr (GError) error = NULL;

  cvn_operation_run (owned, fixture->store, &error);
  g_assert_no_error (error);
}

static void
refuse (Fixture      *fixture,
        CvnOperation *operation,
        const char   *field)
{
  g_autoptr (CvnOperation) owned = operation;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (cvn_operation_run (owned, fixture->store, &error), ==, 0);
  g_assert_nonnull (error);
  g_test_message ("%s: %s", field, error->message);
  g_assert_cmpstr (cvn_error_get_field (error), ==, field);
}

static gint64
ask (Fixture    *fixture,
     const char *sql)
{
  return cvn_test_integer (fixture->folder.path, sql);
}

static void
move (Fixture        *fixture,
      CvnBookingState to,
      const char     *today)
{
  run (fixture, cvn_move_booking_new (fixture->booking, to, today));
}

static void
add_session (Fixture    *fixture,
             gint64      minutes,
             const char *refused)
{
  g_autoptr (CvnRecord) session = cvn_record_new (cvn_kind_find ("delivery_session"));

  cvn_record_set_text (session, "booking", fixture->booking);
  cvn_record_set_text (session, "date", "2020-03-02");
  cvn_record_set_integer (session, "minutes", minutes);
  if (refused != NULL)
    refuse (fixture, cvn_add_session_new (session), refused);
  else
    run (fixture, cvn_add_session_new (session));
}

/* From request to invoice, each state with its day; what is skipped is refused and nothing is written. */
static void
test_pipeline (Fixture      *fixture,
               gconstpointer data)
{
  refuse (fixture, cvn_move_booking_new (fixture->booking, CVN_BOOKING_CONFIRMED, "2020-01-05"), "status");
  move (fixture, CVN_BOOKING_QUOTED, "2020-01-05");
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM booking WHERE status = 'quoted' AND quoted_on = '2020-01-05' AND valid_until = '2020-02-04'"), ==, 1);
  add_session (fixture, 120, "booking");
  move (fixture, CVN_BOOKING_CONFIRMED, "2020-02-04");
  refuse (fixture, cvn_move_booking_new (fixture->booking, CVN_BOOKING_INVOICED, "2020-03-10"), "status");
  move (fixture, CVN_BOOKING_DELIVERED, "2020-03-10");
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM booking_stage WHERE stage = 'delivered' AND since = '2020-03-10'"), ==, 1);
  move (fixture, CVN_BOOKING_INVOICED, "2020-03-12");
  g_assert_cmpint (ask (fixture, "SELECT v.net FROM booking AS b JOIN invoice AS v ON v.id = b.invoice JOIN booking_stage AS s ON s.id = b.id WHERE s.stage = 'invoiced' AND s.since = '2020-03-12'"), ==, 189500);
  refuse (fixture, cvn_move_booking_new (fixture->booking, CVN_BOOKING_PAID, "2020-03-12"), "status");
  refuse (fixture, cvn_move_booking_new (fixture->booking, CVN_BOOKING_DELIVERED, "2020-03-12"), "status");
}

/* Each step, the invoice too, is undone to an equal dump. */
static void
test_undo (Fixture      *fixture,
           gconstpointer data)
{
  static const CvnBookingState steps[] = { CVN_BOOKING_QUOTED, CVN_BOOKING_CONFIRMED, CVN_BOOKING_DELIVERED, CVN_BOOKING_INVOICED };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *before = cvn_test_dump (fixture->folder.path);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      move (fixture, steps[i], "2020-01-05");
      g_assert_cmpint (cvn_store_undo (fixture->store, &error), >, 0);
      g_assert_no_error (error);
      after = cvn_test_dump (fixture->folder.path);
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpint (cvn_store_redo (fixture->store, &error), >, 0);
    }
}

static void
test_back (Fixture      *fixture,
           gconstpointer data)
{
  move (fixture, CVN_BOOKING_QUOTED, "2020-01-05");
  move (fixture, CVN_BOOKING_CONFIRMED, "2020-01-06");
  move (fixture, CVN_BOOKING_QUOTED, "2020-01-07");
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM booking WHERE status = 'quoted' AND quoted_on = '2020-01-05' AND confirmed_on IS NULL"), ==, 1);
  move (fixture, CVN_BOOKING_CANCELLED, "2020-01-08");
  move (fixture, CVN_BOOKING_REQUESTED, "2020-01-09");
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM booking WHERE status = 'requested' AND requested_on = '2020-01-02' AND quoted_on IS NULL AND cancelled_on IS NULL AND valid_until IS NULL"), ==, 1);
}

static void
test_expired (Fixture      *fixture,
              gconstpointer data)
{
  refuse (fixture, cvn_renew_quote_new (fixture->booking, "2020-01-05"), "status");
  move (fixture, CVN_BOOKING_QUOTED, "2020-01-05");
  refuse (fixture, cvn_move_booking_new (fixture->booking, CVN_BOOKING_CONFIRMED, "2020-02-05"), "valid_until");
  run (fixture, cvn_renew_quote_new (fixture->booking, "2020-02-05"));
  move (fixture, CVN_BOOKING_CONFIRMED, "2020-02-05");
}

/* Ten hours less three sessions of two hours: four are left. */
static void
test_hours (Fixture      *fixture,
            gconstpointer data)
{
  move (fixture, CVN_BOOKING_QUOTED, "2020-01-05");
  move (fixture, CVN_BOOKING_CONFIRMED, "2020-01-06");
  for (guint i = 0; i < 3; i++)
    add_session (fixture, 120, NULL);
  g_assert_cmpint (ask (fixture, "SELECT b.minutes - sum(d.minutes) FROM booking AS b JOIN delivery_session AS d ON d.booking = b.id"), ==, 240);
  add_session (fixture, 241, "minutes");
  add_session (fixture, 240, NULL);
  add_session (fixture, 1, "minutes");
}

static gpointer
read_session (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  const CvnKind *kind = cvn_kind_find ("delivery_session");
  g_autoptr (CvnQuery) query = cvn_query_new (kind);
  g_autoptr (GArray) seqs = cvn_reader_list (reader, query, NULL, error);
  g_autoptr (GPtrArray) rows = cvn_reader_get_rows (reader, kind, (const gint64 *) (gpointer) seqs->data, 1, error);

  return g_object_ref (rows->pdata[0]);
}

/* A session that is mended counts once: its own old minutes are free for it. */
static void
test_mend_session (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (CvnRecord) session = NULL;

  move (fixture, CVN_BOOKING_QUOTED, "2020-01-05");
  move (fixture, CVN_BOOKING_CONFIRMED, "2020-01-06");
  add_session (fixture, 500, NULL);
  session = cvn_store_read (fixture->store, read_session, NULL, NULL);
  cvn_record_set_integer (session, "minutes", 601);
  refuse (fixture, cvn_edit_session_new (session), "minutes");
  cvn_record_set_integer (session, "minutes", 600);
  run (fixture, cvn_edit_session_new (session));
  add_session (fixture, 1, "minutes");
  run (fixture, cvn_delete_session_new (cvn_record_get_id (session)));
  add_session (fixture, 600, NULL);
}

static CvnRecord *
make_session (Fixture *fixture,
              gint64   minutes)
{
  CvnRecord *session = cvn_record_new (cvn_kind_find ("delivery_session"));

  cvn_record_set_text (session, "booking", fixture->booking);
  cvn_record_set_text (session, "date", "2020-03-02");
  cvn_record_set_integer (session, "minutes", minutes);
  return session;
}

static gboolean
put_one (CvnWriter    *writer,
         gpointer      record,
         GCancellable *cancellable,
         GError      **error)
{
  return cvn_writer_put (writer, record, error);
}

static void
refuse_write (Fixture   *fixture,
              CvnAction  action,
              CvnRecord *record)
{
  g_autoptr (GError) error = NULL;

  cvn_store_write (fixture->store, action, cvn_record_get_kind (record), "it", put_one, record, &error);
  g_assert_error (error, CVN_ERROR, CVN_ERROR_OUT_OF_RANGE);
  g_test_message ("%s", error->message);
  g_assert_cmpstr (cvn_error_get_field (error), ==, "minutes");
}

static gboolean
apply_set (CvnWriter    *writer,
           gpointer      set,
           GCancellable *cancellable,
           GError      **error)
{
  return cvn_writer_apply (writer, set, error);
}

/* However sessions come, together they are not more than was booked: from a form, a file, several at once, or by an undo. */
static void
test_hours_everywhere (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (CvnRecord) longer = cvn_test_get (fixture->store, "booking", fixture->booking);
  g_autoptr (CvnRecord) shorter = NULL;
  g_autoptr (CvnRecord) first = make_session (fixture, 400);
  g_autoptr (CvnRecord) second = make_session (fixture, 300);
  g_autoptr (CvnRecord) third = make_session (fixture, 201);
  g_autoptr (CvnRecord) elsewhere = make_session (fixture, 400);
  g_autoptr (CvnChangeSet) set = cvn_change_set_new (CVN_ACTION_ADD, cvn_kind_find ("delivery_session"), NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_free (put (fixture, first));
  before = cvn_test_dump (fixture->folder.path);
  refuse_write (fixture, CVN_ACTION_ADD, second);
  refuse_write (fixture, CVN_ACTION_IMPORT, third);
  cvn_record_set_integer (second, "minutes", 100);
  cvn_record_set_integer (third, "minutes", 101);
  cvn_change_set_add (set, second);
  cvn_change_set_add (set, third);
  cvn_store_write (fixture->store, CVN_ACTION_ADD, NULL, NULL, apply_set, set, &error);
  g_assert_error (error, CVN_ERROR, CVN_ERROR_OUT_OF_RANGE);
  g_clear_error (&error);
  shorter = cvn_record_copy (longer);
  cvn_record_set_integer (shorter, "minutes", 399);
  refuse_write (fixture, CVN_ACTION_EDIT, shorter);
  after = cvn_test_dump (fixture->folder.path);
  g_assert_cmpstr (after, ==, before);
  /* Two hundred minutes more were booked, and another desk gave them meanwhile. */
  cvn_record_set_integer (longer, "minutes", 800);
  cvn_test_put (fixture->store, longer);
  cvn_store_write (fixture->store, CVN_ACTION_SYNC, NULL, NULL, put_one, elsewhere, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cvn_store_undo (fixture->store, &error), <=, 0);
  g_assert_error (error, CVN_ERROR, CVN_ERROR_CONFLICT);
  g_assert_cmpint (ask (fixture, "SELECT minutes FROM booking"), ==, 800);
}

static void
edit_status (Fixture    *fixture,
             const char *status,
             gboolean    allowed)
{
  g_autoptr (CvnRecord) before = cvn_test_get (fixture->store, "booking", fixture->booking);
  g_autoptr (CvnRecord) after = cvn_record_copy (before);
  g_autoptr (CvnChangeSet) set = cvn_change_set_new (CVN_ACTION_EDIT, cvn_kind_find ("booking"), NULL);
  g_autoptr (GError) error = NULL;

  cvn_record_set_text (after, "status", status);
  cvn_record_unset (after, "requested_on");
  cvn_change_set_edit (set, before, after);
  cvn_store_write (fixture->store, CVN_ACTION_EDIT, NULL, NULL, apply_set, set, &error);
  if (allowed)
    g_assert_no_error (error);
  else
    g_assert_cmpstr (cvn_error_get_field (error), ==, "status");
}

/* A form skips no state either, also where the days of the earlier ones are not known. */
static void
test_form_skips_nothing (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (CvnRecord) before = NULL;
  g_autoptr (CvnRecord) after = NULL;
  g_autoptr (CvnChangeSet) set = cvn_change_set_new (CVN_ACTION_EDIT, cvn_kind_find ("booking"), NULL);
  g_autoptr (GError) error = NULL;

  edit_status (fixture, "booked", FALSE);
  edit_status (fixture, "delivered", FALSE);
  edit_status (fixture, "quoted", TRUE);
  edit_status (fixture, "delivered", FALSE);
  edit_status (fixture, "cancelled", TRUE);
  g_assert_cmpint (cvn_store_undo (fixture->store, NULL), >, 0);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM booking WHERE status = 'quoted'"), ==, 1);
  /* Another desk cancels it while a form is open: what else is typed there is no move. */
  before = cvn_test_get (fixture->store, "booking", fixture->booking);
  after = cvn_record_copy (before);
  edit_status (fixture, "cancelled", TRUE);
  cvn_record_set_integer (after, "participants", 12);
  cvn_change_set_edit (set, before, after);
  cvn_store_write (fixture->store, CVN_ACTION_EDIT, NULL, NULL, apply_set, set, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM booking WHERE status = 'cancelled' AND participants = 12"), ==, 1);
}

static CvnOperation *
make_package_invoice (const char *package)
{
  const char *const sources[] = { package, NULL };
  g_autoptr (CvnRecord) invoice = cvn_record_new (cvn_kind_find ("invoice"));

  cvn_record_set_text (invoice, "date", "2020-03-01");
  return cvn_make_invoice_new (invoice, "partner_package", sources);
}

static char *put_package (Fixture *fixture, const char *level, const char *words);

/* A package becomes an invoice of the ledger exactly once, in the language of the partner. */
static void
test_package_invoice (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *package = put_package (fixture, "basis", NULL);
  g_autofree char *sql = g_strdup_printf ("UPDATE organisation SET language = 'en' WHERE id = '%s'", fixture->customer);

  cvn_test_sql (fixture->folder.path, sql);
  run (fixture, make_package_invoice (package));
  refuse (fixture, make_package_invoice (package), "invoice");
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM invoice AS v JOIN partner_package AS p ON p.invoice = v.id WHERE v.net = 120000 AND v.language = 'en'"), ==, 1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM invoice_line WHERE partner_package IS NOT NULL"), ==, 1);
}

static gboolean
put_it (CvnWriter    *writer,
        gpointer      record,
        GCancellable *cancellable,
        GError      **error)
{
  return cvn_writer_put (writer, record, error);
}

static void
refuse_record (Fixture    *fixture,
               CvnRecord  *record,
               const char *field)
{
  g_autoptr (GError) error = NULL;

  if (cvn_record_check (record, &error))
    cvn_store_write (fixture->store, CVN_ACTION_EDIT, cvn_record_get_kind (record), "it", put_it, record, &error);
  g_assert_nonnull (error);
  g_test_message ("%s: %s", field, error->message);
  g_assert_cmpstr (cvn_error_get_field (error), ==, field);
}

static CvnRecord *
make_price (Fixture    *fixture,
            const char *from,
            const char *to,
            gint64      cents)
{
  CvnRecord *price = cvn_record_new (cvn_kind_find ("programme_price"));

  cvn_record_set_text (price, "programme", fixture->programme);
  cvn_record_set_text (price, "valid_from", from);
  cvn_record_set_text (price, "valid_to", to);
  cvn_record_set_integer (price, "price", cents);
  return price;
}

/* Prices that hold on the same day, that end before they begin or are below nothing; a quote that ends before it is made. */
static void
test_bad_input (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (CvnRecord) first = make_price (fixture, "2020-01-01", "2020-12-31", 100);
  g_autoptr (CvnRecord) overlap = make_price (fixture, "2020-12-31", NULL, 100);
  g_autoptr (CvnRecord) backward = make_price (fixture, "2021-06-01", "2021-05-31", 100);
  g_autoptr (CvnRecord) negative = make_price (fixture, "2021-01-01", NULL, -1);
  g_autoptr (CvnRecord) next = make_price (fixture, "2021-01-01", NULL, 0);
  g_autoptr (CvnRecord) booking = cvn_test_get (fixture->store, "booking", fixture->booking);

  g_free (put (fixture, first));
  refuse_record (fixture, overlap, "valid_from");
  refuse_record (fixture, backward, "valid_to");
  refuse_record (fixture, negative, "price");
  g_free (put (fixture, next));
  cvn_record_set_text (booking, "quoted_on", "2020-02-02");
  cvn_record_set_text (booking, "valid_until", "2020-02-01");
  refuse_record (fixture, booking, "valid_until");
  cvn_record_set_text (booking, "status", "delivered");
  cvn_record_unset (booking, "valid_until");
  refuse_record (fixture, booking, "confirmed_on");
}

static void
put_benefit (Fixture    *fixture,
             const char *title,
             gint64      times,
             gint64      month)
{
  g_autoptr (CvnRecord) benefit = cvn_record_new (cvn_kind_find ("benefit"));

  cvn_record_set_text (benefit, "level", "goud");
  cvn_record_set_text (benefit, "title_nl", title);
  cvn_record_set_integer (benefit, "times", times);
  cvn_record_set_integer (benefit, "due_month", month);
  g_free (put (fixture, benefit));
}

static char *
put_package (Fixture    *fixture,
             const char *level,
             const char *words)
{
  g_autoptr (CvnRecord) package = cvn_record_new (cvn_kind_find ("partner_package"));

  cvn_record_set_text (package, "organisation", fixture->customer);
  cvn_record_set_integer (package, "year", 2020);
  cvn_record_set_text (package, "package", level);
  cvn_record_set_integer (package, "price", 120000);
  cvn_record_set_text (package, "exposure", words);
  return put (fixture, package);
}

static gpointer
read_due (CvnReader    *reader,
          gpointer      data,
          GCancellable *cancellable,
          GError      **error)
{
  const CvnKind *kind = cvn_kind_find ("exposure");
  g_autoptr (CvnQuery) query = cvn_query_new (kind);
  g_autoptr (GArray) seqs = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  cvn_query_add_text (query, "due", CVN_MATCH_EQUAL, data);
  seqs = cvn_reader_list (reader, query, NULL, error);
  rows = cvn_reader_get_rows (reader, kind, (const gint64 *) (gpointer) seqs->data, seqs->len, error);
  g_assert_cmpuint (rows->len, ==, 1);
  return g_strdup (cvn_record_get_id (rows->pdata[0]));
}

static char *
dup_exposure (Fixture    *fixture,
              const char *due)
{
  return cvn_store_read (fixture->store, read_due, (gpointer) (guintptr) due, NULL);
}

/* Six promised, four delivered, two overdue: 4/6. */
static void
test_benefits (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const dues[] = { "2020-03-31", "2020-06-30", "2020-09-30", "2020-05-31" };
  g_autofree char         *package = put_package (fixture, "goud", NULL);

  refuse (fixture, cvn_promise_benefits_new (package), "package");
  put_benefit (fixture, "Advertentie", 4, 12);
  put_benefit (fixture, "Lezing", 1, 5);
  put_benefit (fixture, "Logo", 1, 1);
  run (fixture, cvn_promise_benefits_new (package));
  refuse (fixture, cvn_promise_benefits_new (package), "package");
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM exposure"), ==, 6);
  for (guint i = 0; i < G_N_ELEMENTS (dues); i++)
    {
      g_autofree char *id = dup_exposure (fixture, dues[i]);

      run (fixture, cvn_plan_benefit_new (id, "2020-02-01"));
      refuse (fixture, cvn_deliver_benefit_new (id, "2020-02-01", NULL, NULL, NULL), "item");
      run (fixture, cvn_deliver_benefit_new (id, "2020-02-01", "Nieuwsbrief", NULL, NULL));
    }
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM exposure WHERE delivered_on IS NOT NULL"), ==, 4);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM exposure WHERE delivered_on IS NULL AND due < '2021-01-01'"), ==, 2);
}

static void
test_renewal (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *package = put_package (fixture, "basis", "Expat Information; website");

  run (fixture, cvn_promise_benefits_new (package));
  run (fixture, cvn_renew_packages_new (2020));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM partner_package AS p JOIN exposure AS x ON x.package = p.id WHERE p.year = 2021 AND x.due = '2021-12-31' AND p.price = 120000"), ==, 2);
  refuse (fixture, cvn_renew_packages_new (2020), "year");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/model/programmes/pipeline", test_pipeline },
    { "/model/programmes/undo", test_undo },
    { "/model/programmes/back", test_back },
    { "/model/programmes/expired-quote", test_expired },
    { "/model/programmes/hours-left", test_hours },
    { "/model/programmes/mend-session", test_mend_session },
    { "/model/programmes/hours-everywhere", test_hours_everywhere },
    { "/model/programmes/form-skips-nothing", test_form_skips_nothing },
    { "/model/programmes/package-invoice-once", test_package_invoice },
    { "/model/programmes/bad-input", test_bad_input },
    { "/model/programmes/benefits", test_benefits },
    { "/model/programmes/renewal", test_renewal },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
