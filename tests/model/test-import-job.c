/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-import-job"

#include "cvn-error.h"
#include "cvn-export-job.h"
#include "cvn-import-job.h"
#include "cvn-store.h"
#include "store-support.h"

#include <string.h>

typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  cvn_test_folder_make (&f->folder);
  f->store = cvn_store_open (f->folder.path, CVN_STORE_CREATE, "tester", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  cvn_store_close (f->store);
  g_assert_finalize_object (f->store);
  cvn_test_folder_remove (&f->folder);
}

static GFile *
sample_folder (void)
{
  return g_file_new_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", NULL);
}

static CvnImportReport *
import (Fixture *f,
        GFile   *source,
        gboolean dry_run,
        GError **error)
{
  g_autoptr (CvnImportJob) job = cvn_import_job_new (source);

  cvn_import_job_set_dry_run (job, dry_run);
  cvn_import_job_run (job, f->store, error);
  return cvn_import_report_ref (cvn_import_job_get_report (job));
}

/* Imports a file of this name that holds @text. */
static CvnImportReport *
import_text (Fixture    *f,
             const char *name,
             const char *text,
             GError    **error)
{
  g_autofree char *path = g_build_filename (f->folder.folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return import (f, file, FALSE, error);
}

static gpointer
count (CvnReader    *reader,
       gpointer      data,
       GCancellable *cancellable,
       GError      **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (data);

  return g_strdup_printf ("%" G_GINT64_FORMAT, cvn_reader_count (reader, query, error));
}

static guint
count_records (Fixture    *f,
               const char *kind)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *n = cvn_store_read (f->store, count, (gpointer) (guintptr) cvn_kind_find (kind), &error);

  g_assert_no_error (error);
  return (guint) g_ascii_strtoull (n, NULL, 10);
}

static guint
count_all (Fixture *f)
{
  guint                 n_kinds, n = 0;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    n += count_records (f, kinds[i]->name);
  return n;
}

typedef struct
{
  const char *kind;
  const char *key;
} Wanted;

static gpointer
find (CvnReader    *reader,
      gpointer      data,
      GCancellable *cancellable,
      GError      **error)
{
  const Wanted    *wanted = data;
  const CvnKind   *kind = cvn_kind_find (wanted->kind);
  g_autofree char *id = cvn_reader_resolve (reader, kind, wanted->key, error);

  return id != NULL ? cvn_reader_get (reader, kind, id, error) : NULL;
}

static CvnRecord *
find_record (Fixture    *f,
             const char *kind,
             const char *key)
{
  g_autoptr (GError) error = NULL;
  Wanted     wanted = { kind, key };
  CvnRecord *record = cvn_store_read (f->store, find, &wanted, &error);

  g_assert_no_error (error);
  return record;
}

static void
assert_no_problems (CvnImportReport *report)
{
  for (guint i = 0; i < report->files->len; i++)
    {
      const CvnImportedFile *file = report->files->pdata[i];

      for (guint p = 0; p < file->problems->len; p++)
        {
          g_autofree char *text = cvn_csv_problem_dup_text (file->problems->pdata[p]);

          g_test_message ("%s: %s", file->name, text);
        }
    }
  g_assert_cmpuint (report->n_problems, ==, 0);
}

/* No cell of the sample holds a line break, so its lines are its rows. */
static guint
count_lines (GFile      *folder,
             const char *name)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autofree char *bytes = NULL;
  guint            n = 0;

  g_assert_true (g_file_load_contents (file, NULL, &bytes, NULL, NULL, NULL));
  for (const char *at = bytes; *at != '\0'; at++)
    n += *at == '\n';
  return n - 1;
}

static void
test_sample (Fixture      *f,
             gconstpointer data)
{
  g_autoptr (GFile) folder = sample_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnImportReport) report = import (f, folder, FALSE, &error);
  g_autoptr (CvnImportReport) again = NULL;
  guint  n = 0;
  gint64 no;

  assert_no_problems (report);
  g_assert_no_error (error);
  for (guint i = 0; i < report->files->len; i++)
    {
      const CvnImportedFile *file = report->files->pdata[i];

      g_assert_nonnull (file->kind);
      if (!g_str_has_suffix (file->name, ".json"))
        g_assert_cmpuint (file->n_rows, ==, count_lines (folder, file->name));
      g_assert_cmpuint (file->n_added, ==, file->n_rows);
      g_assert_cmpstr (file->skipped[0], ==, NULL);
      n += file->n_rows;
    }
  g_assert_cmpuint (report->files->len, >=, 28);
  g_assert_cmpuint (report->n_added, ==, n);
  g_assert_cmpuint (count_all (f), ==, n);

  no = cvn_store_get_last_no (f->store);
  again = import (f, folder, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->n_added, ==, 0);
  g_assert_cmpuint (again->n_changed, ==, 0);
  g_assert_cmpuint (again->n_unchanged, ==, n);
  g_assert_cmpint (cvn_store_get_last_no (f->store), ==, no);

  cvn_store_undo (f->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_all (f), ==, 0);
}

static void
test_dry_run (Fixture      *f,
              gconstpointer data)
{
  g_autoptr (GFile) folder = sample_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnImportReport) dry = import (f, folder, TRUE, &error);
  g_autoptr (CvnImportReport) wet = NULL;
  gint64 no = cvn_store_get_last_no (f->store);

  g_assert_no_error (error);
  g_assert_cmpuint (count_all (f), ==, 0);
  g_assert_cmpint (no, ==, 0);
  wet = import (f, folder, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (wet->n_added, ==, dry->n_added);
  g_assert_cmpuint (wet->files->len, ==, dry->files->len);
}

static void
test_all_or_nothing (Fixture      *f,
                     gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *problem;
  } cases[] = {
    { "overeenkomst_id;soort;titel;van;status\na;convenant;A;2019-01-01;actief\nb;convenant;B;30-02-2019;actief\n",
      "Line 3, column “van”, “30-02-2019”: This date does not exist in the calendar." },
    { "overeenkomst_id;soort;titel;van;status;verlengt\na;convenant;A;2019-01-01;actief;zz\n",
      "Line 2, column “verlengt”, “zz”: There is no “zz” in the register “Agreements”." },
    { "overeenkomst_id;soort;titel;van;status\na;convenant;A;2019-01-01;actief\na;convenant;B;2019-01-01;actief\n",
      "Line 3: The same record stands on line 2 too." },
    { "overeenkomst_id;soort;titel;van;status\na;convenant;BSN 111222333;2019-01-01;actief\n",
      "Line 2, column “titel”, “•••••2333”: This is a citizen service number (BSN), which may not be kept here. Take it out of the file." },
    { "overeenkomst_id;soort;titel;van;status\na;convenant;\"A;2019-01-01;actief\n", "Line 2: The quotation mark that opens on line 2 is never closed." },
    { "overeenkomst_id;soort;titel;van;status;verlengt\na;convenant;A;2019-01-01;actief;b\nb;convenant;B;2019-01-01;actief;a\n",
      "Line 2, column “verlengt”, “b”: There is no “b” in the register “Agreements”." },
    { "x;y\n1;2\n", "Line 0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CvnImportReport) report = import_text (f, "overeenkomsten.csv", cases[i].text, &error);
      const CvnImportedFile *file = report->files->pdata[0];
      g_test_message ("case %u", i);
      g_autofree char *text = cvn_csv_problem_dup_text (file->problems->pdata[0]);

      g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
      if (i < G_N_ELEMENTS (cases) - 1)
        g_assert_cmpstr (text, ==, cases[i].problem);
      g_assert_cmpuint (count_all (f), ==, 0);
    }
}

static void
test_updates_by_key (Fixture      *f,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnImportReport) first = import_text (f, "organisaties.csv", "org_id;naam;naam_en;soort\na;Aa;Ay;gemeente\nb;Bee;Bee;gemeente\n", &error);
  g_autoptr (CvnImportReport) second = NULL;
  g_autoptr (CvnRecord) a = NULL;

  assert_no_problems (first);
  second = import_text (f, "organisaties.csv", "org_id;naam\nb;Bee\na;Aaa\nc;Cee\n", &error);
  g_assert_cmpuint (second->n_problems, ==, 1);
  g_clear_error (&error);
  g_clear_pointer (&second, cvn_import_report_unref);

  second = import_text (f, "organisaties.csv", "org_id;naam\nb;Bee\na;Aaa\n", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (second->n_changed, ==, 1);
  g_assert_cmpuint (second->n_unchanged, ==, 1);
  a = find_record (f, "organisation", "a");
  g_assert_cmpstr (cvn_record_get_text (a, "name_nl"), ==, "Aaa");
  g_assert_cmpstr (cvn_record_get_text (a, "name_en"), ==, "Ay");
  g_assert_cmpstr (cvn_record_get_text (a, "kind"), ==, "municipality");
}

static void
test_updates_by_natural_key (Fixture      *f,
                             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnImportReport) towns = import_text (f, "organisaties.csv", "org_id;naam;soort;gemeentecode\na;Aa;gemeente;GM0001\n", &error);
  g_autoptr (CvnImportReport) first = NULL;
  g_autoptr (CvnImportReport) second = NULL;

  first = import_text (f, "inschrijvingen.csv", "maand;gemeentecode;doelgroep;aantal\n2019-01;GM0001;kind;3\n2019-02;GM0001;kind;4\n", &error);
  assert_no_problems (first);
  second = import_text (f, "inschrijvingen.csv", "maand;gemeentecode;doelgroep;aantal\n2019-02;GM0001;kind;5\n2019-01;GM0001;kind;3\n2019-03;GM0001;kind;1\n", &error);
  assert_no_problems (second);
  g_assert_cmpuint (second->n_added, ==, 1);
  g_assert_cmpuint (second->n_changed, ==, 1);
  g_assert_cmpuint (second->n_unchanged, ==, 1);
  g_assert_cmpuint (count_records (f, "registration_count"), ==, 3);
}

/* Two equal bank lines of one day are two payments; the same file again is none. */
static void
test_equal_rows (Fixture      *f,
                 gconstpointer data)
{
  static const char twice[] = "boekdatum;bedrag;omschrijving\n2019-01-31;12,50;koffie\n2019-01-31;12,50;koffie\n";
  static const char thrice[] = "boekdatum;bedrag;omschrijving\n2019-01-31;12,50;koffie\n2019-01-31;12,50;koffie\n2019-01-31;12,50;koffie\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnImportReport) first = import_text (f, "banktransacties.csv", twice, &error);
  g_autoptr (CvnImportReport) second = import_text (f, "banktransacties.csv", twice, &error);
  g_autoptr (CvnImportReport) third = import_text (f, "banktransacties.csv", thrice, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (first->n_added, ==, 2);
  g_assert_cmpuint (second->n_added, ==, 0);
  g_assert_cmpuint (second->n_unchanged, ==, 2);
  g_assert_cmpuint (third->n_added, ==, 1);
  g_assert_cmpuint (count_records (f, "bank_line"), ==, 3);
}

/* A bank counts anew each year: the lines of the second year are new, whatever their ids, and the first year stays as it was. */
static void
test_ids_of_two_years (Fixture      *f,
                       gconstpointer data)
{
  static const char first_year[] = "transactie_id;boekdatum;bedrag;omschrijving\n1;2019-01-31;10,00;a\n2;2019-02-28;20,00;b\n";
  static const char second_year[] = "transactie_id;boekdatum;bedrag;omschrijving\n1;2020-01-31;11,00;c\n2;2020-02-28;20,00;d\n";
  static const char both_years[] =
    "transactie_id;boekdatum;bedrag;omschrijving\n1;2019-01-31;10,00;a\n2;2019-02-28;20,00;b\n1;2020-01-31;11,00;c\n2;2020-02-28;20,00;e\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnImportReport) first = import_text (f, "banktransacties.csv", first_year, &error);
  g_autoptr (CvnImportReport) second = import_text (f, "banktransacties.csv", second_year, &error);
  g_autoptr (CvnImportReport) again = import_text (f, "banktransacties.csv", first_year, &error);
  g_autoptr (CvnImportReport) both = import_text (f, "banktransacties.csv", both_years, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (first->n_added, ==, 2);
  assert_no_problems (second);
  g_assert_cmpuint (second->n_added, ==, 2);
  g_assert_cmpuint (second->n_changed, ==, 0);
  g_assert_cmpuint (again->n_unchanged, ==, 2);
  assert_no_problems (both);
  g_assert_cmpuint (both->n_added, ==, 0);
  g_assert_cmpuint (both->n_unchanged, ==, 3);
  g_assert_cmpuint (both->n_changed, ==, 1);
  g_assert_cmpint (cvn_test_integer (f->folder.path, "SELECT count(*) FROM bank_line WHERE description IN ('a', 'b', 'c', 'e')"), ==, 4);
}

/* One transaction may hold several payments, and two accounts may have the same ids on one day. */
static void
test_ids_of_entries (Fixture      *f,
                     gconstpointer data)
{
  static const char rows[] = "transactie_id;rekening;boekdatum;bedrag;omschrijving\n"
                             "1;NL05DEMO0000000071;2019-01-31;10,00;a\n1;NL05DEMO0000000071;2019-01-31;12,50;b\n1;NL42DEMO0000009008;2019-01-31;10,00;c\n";
  static const char twice[] = "transactie_id;rekening;boekdatum;bedrag;omschrijving\n2;;2019-01-31;10,00;a\n2;;2019-01-31;10,00;b\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnImportReport) first = import_text (f, "banktransacties.csv", rows, &error);
  g_autoptr (CvnImportReport) again = import_text (f, "banktransacties.csv", rows, &error);
  g_autoptr (CvnImportReport) doubled = NULL;

  g_assert_no_error (error);
  assert_no_problems (first);
  g_assert_cmpuint (first->n_added, ==, 3);
  g_assert_cmpuint (again->n_added, ==, 0);
  g_assert_cmpuint (again->n_unchanged, ==, 3);
  /* What nothing tells apart is named, not written over. */
  doubled = import_text (f, "banktransacties.csv", twice, &error);
  g_assert_nonnull (error);
  g_assert_cmpuint (doubled->n_problems, ==, 1);
  g_assert_cmpuint (count_records (f, "bank_line"), ==, 3);
}

/* Ids with holes between them stay what they are, and find their rows again. */
static void
test_ids_with_holes (Fixture      *f,
                     gconstpointer data)
{
  static const char rows[] = "transactie_id;boekdatum;bedrag;omschrijving\n1;2019-01-31;8.000,01;a\n4;2019-01-31;-35,01;b\n5;2019-02-01;1;c\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnImportReport) first = import_text (f, "banktransacties.csv", rows, &error);
  g_autoptr (CvnImportReport) second = import_text (f, "banktransacties.csv", rows, &error);
  g_autoptr (CvnRecord) one = find_record (f, "bank_line", "1");
  g_autoptr (CvnRecord) four = find_record (f, "bank_line", "4");

  assert_no_problems (first);
  g_assert_cmpuint (first->n_added, ==, 3);
  g_assert_cmpuint (second->n_unchanged, ==, 3);
  g_assert_cmpint (cvn_record_get_integer (one, "amount"), ==, 800001);
  g_assert_cmpint (cvn_record_get_integer (four, "amount"), ==, -3501);
}

static void
test_refers_to_later_rows (Fixture      *f,
                           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnImportReport) report = import_text (f, "overeenkomsten.csv",
                                                    "overeenkomst_id;soort;titel;van;status;verlengt\n"
                                                    "c;convenant;C;2019-01-01;actief;b\nb;convenant;B;2018-01-01;actief;a\na;convenant;A;2017-01-01;actief;\n",
                                                    &error);
  g_autoptr (CvnRecord) b = NULL;
  g_autoptr (CvnRecord) c = NULL;

  assert_no_problems (report);
  g_assert_cmpuint (report->n_added, ==, 3);
  b = find_record (f, "agreement", "b");
  c = find_record (f, "agreement", "c");
  g_assert_cmpstr (cvn_record_get_text (c, "extends"), ==, cvn_record_get_id (b));
}

static void
done_cb (GObject      *job,
         GAsyncResult *result,
         gpointer      data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
  g_main_context_wakeup (NULL);
}

static void
count_notices_cb (CvnJob     *job,
                  GParamSpec *pspec,
                  guint      *n)
{
  g_assert_cmpfloat (cvn_job_get_progress (job), >=, 0);
  g_assert_cmpfloat (cvn_job_get_progress (job), <=, 1);
  (*n)++;
}

static void
test_async (Fixture      *f,
            gconstpointer data)
{
  g_autoptr (GFile) folder = sample_folder ();
  g_autoptr (CvnImportJob) job = cvn_import_job_new (folder);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_notices = 0;

  g_signal_connect (job, "notify::progress", G_CALLBACK (count_notices_cb), &n_notices);
  cvn_import_job_run_async (job, f->store, NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (cvn_import_job_run_finish (job, result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_notices, >=, 2);
  g_assert_cmpfloat (cvn_job_get_progress (CVN_JOB (job)), ==, 1);
  g_assert_null (cvn_job_get_status (CVN_JOB (job)));
}

static void
test_cancelled (Fixture      *f,
                gconstpointer data)
{
  g_autoptr (GFile) folder = sample_folder ();
  g_autoptr (CvnImportJob) job = cvn_import_job_new (folder);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cvn_import_job_run_async (job, f->store, cancellable, done_cb, &result);
  g_cancellable_cancel (cancellable);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (cvn_import_job_run_finish (job, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_all (f), ==, 0);
}

/* What is exported in either language and imported again changes nothing. */
static void
test_export (Fixture      *f,
             gconstpointer data)
{
  g_autoptr (GFile) folder = sample_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnImportReport) report = import (f, folder, FALSE, &error);
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);

  g_assert_no_error (error);
  for (guint i = 0; i < 2 * n_kinds; i++)
    {
      const CvnKind   *kind = kinds[i / 2];
      g_autofree char *name = g_strconcat (kind->name, ".csv", NULL);
      g_autofree char *path = g_build_filename (f->folder.folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (CvnQuery) query = cvn_query_new (kind);
      g_autoptr (CvnExportJob) job = cvn_export_job_new (query, path, cvn_csv_dialect_get_standard (i % 2 == 0 ? CVN_LANGUAGE_NL : CVN_LANGUAGE_EN));
      g_autoptr (CvnImportReport) again = NULL;

      cvn_export_job_set_replace (job, i % 2 == 1);
      g_assert_true (cvn_export_job_run (job, f->store, &error));
      g_assert_cmpuint (cvn_export_job_get_n_rows (job), ==, count_records (f, kind->name));
      again = import (f, file, FALSE, &error);
      assert_no_problems (again);
      g_assert_no_error (error);
      if (again->n_added + again->n_changed > 0)
        g_error ("%s in dialect %u: %u added, %u changed", kind->name, i % 2, again->n_added, again->n_changed);
    }
}

static void
test_preview (Fixture      *f,
              gconstpointer data)
{
  g_autoptr (GFile) folder = sample_folder ();
  g_autoptr (GFile) file = g_file_get_child (folder, "inschrijvingen.csv");
  g_autoptr (GFile) unknown = g_file_get_child (folder, "README.md");
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnImportPreview) preview = cvn_import_preview_new (file, NULL, NULL, &error);
  g_autoptr (CvnImportPreview) other = cvn_import_preview_new (unknown, NULL, NULL, NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (preview->kind->name, ==, "registration_count");
  g_assert_cmpint (preview->dialect.delimiter, ==, ',');
  g_assert_cmpuint (preview->rows->len, ==, CVN_IMPORT_PREVIEW_ROWS);
  g_assert_cmpstr (((GStrv) preview->rows->pdata[0])[0], ==, "2018-01");
  g_assert_null (other->kind);
}

static void
test_unknown_file (Fixture      *f,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnImportReport) report = import_text (f, "whatever.csv", "a;b\n1;2\n", &error);

  g_assert_error (error, CVN_ERROR, CVN_ERROR_NOT_FOUND);
  g_assert_cmpuint (report->files->len, ==, 0);
}

#define ADD(name, func) g_test_add ("/model/import-job/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("sample", test_sample);
  ADD ("dry-run", test_dry_run);
  ADD ("all-or-nothing", test_all_or_nothing);
  ADD ("updates-by-key", test_updates_by_key);
  ADD ("updates-by-natural-key", test_updates_by_natural_key);
  ADD ("equal-rows", test_equal_rows);
  ADD ("ids-with-holes", test_ids_with_holes);
  ADD ("ids-of-two-years", test_ids_of_two_years);
  ADD ("ids-of-entries", test_ids_of_entries);
  ADD ("refers-to-later-rows", test_refers_to_later_rows);
  ADD ("async", test_async);
  ADD ("cancelled", test_cancelled);
  ADD ("export", test_export);
  ADD ("preview", test_preview);
  ADD ("unknown-file", test_unknown_file);
  return g_test_run ();
}
