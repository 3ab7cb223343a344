/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-draft"

#include "cvn-draft.h"
#include "cvn-record.h"
#include "cvn-store.h"
#include "store-support.h"

typedef struct
{
  CvnTestFolder folder;
  CvnCentre    *centre;
  CvnDraft     *draft;
  gint64        saved; /* number of the last entry */
  gboolean      gone;
  char         *failure;
} Fixture;

static guint
field_of (const char *name)
{
  return (guint) cvn_kind_find_field (cvn_kind_find ("organisation"), name);
}

static void
saved_cb (Fixture *f,
          gint64   no)
{
  f->saved = no;
}

static void
gone_cb (Fixture *f)
{
  f->gone = TRUE;
}

static void
failed_cb (Fixture    *f,
           const char *message)
{
  g_free (f->failure);
  f->failure = g_strdup (message);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CvnStore *store;

  cvn_test_folder_make (&f->folder);
  store = cvn_store_open (f->folder.path, CVN_STORE_CREATE, "tester", &error);
  g_assert_no_error (error);
  f->centre = cvn_centre_new ();
  cvn_centre_take_store (f->centre, store);
  f->draft = cvn_draft_new (f->centre, cvn_kind_find ("organisation"), CVN_ACTION_ADD);
  g_signal_connect_swapped (f->draft, "saved", G_CALLBACK (saved_cb), f);
  g_signal_connect_swapped (f->draft, "gone", G_CALLBACK (gone_cb), f);
  g_signal_connect_swapped (f->draft, "failed", G_CALLBACK (failed_cb), f);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  settle ();
  cvn_centre_close (f->centre);
  settle ();
  g_assert_finalize_object (f->draft);
  g_assert_finalize_object (f->centre);
  cvn_test_folder_remove (&f->folder);
  g_free (f->failure);
}

/* Saves and waits until the record has its place in the file. */
static void
save (Fixture *f)
{
  gint64 before = f->saved;

  cvn_draft_save (f->draft);
  while (f->saved == before && f->failure == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (f->failure, ==, NULL);
}

static void
save_first (Fixture *f)
{
  gint64 seq = 0;

  cvn_draft_set_text (f->draft, field_of ("name_nl"), "Gemeente Leiden");
  cvn_draft_set_text (f->draft, field_of ("kind"), "municipality");
  save (f);
  while (seq == 0)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (f->draft, "seq", &seq, NULL);
    }
}

/* What is typed while the record is being written, for the first time or again, is not lost: it is written after it. */
static void
test_typed_while_saving (Fixture      *f,
                         gconstpointer data)
{
  static const char *const names[] = { "Leiden", "Gemeente Leiden" };

  cvn_draft_set_text (f->draft, field_of ("kind"), "municipality");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gint64           before = f->saved;
      g_autofree char *name = NULL;
      g_autofree char *role = NULL;

      cvn_draft_set_text (f->draft, field_of ("name_nl"), names[i]);
      cvn_draft_save (f->draft);
      g_assert_true (cvn_draft_is_saving (f->draft));
      cvn_draft_set_text (f->draft, field_of ("role"), i == 0 ? "host" : "");
      cvn_draft_save (f->draft);
      while (f->saved == before || cvn_draft_is_saving (f->draft) || cvn_draft_is_dirty (f->draft))
        g_main_context_iteration (NULL, TRUE);
      name = cvn_draft_dup_text (f->draft, field_of ("name_nl"));
      role = cvn_draft_dup_text (f->draft, field_of ("role"));
      g_assert_cmpstr (name, ==, names[i]);
      g_assert_cmpstr (role, ==, i == 0 ? "host" : "");
    }
}

/* What is wrong is kept as it was typed beside a sentence; the value before stays. */
static void
test_errors (Fixture      *f,
             gconstpointer data)
{
  static const struct
  {
    const char *field;
    const char *text;
    gboolean    right;
  } cases[] = {
    { "kvk", "12345678", TRUE },
    { "kvk", "1234", FALSE },
    { "email", "desk@example.org", TRUE },
    { "email", "desk", FALSE },
    { "iban", "NL91ABNA0417164300", TRUE },
    { "iban", "NL00ABNA0417164300", FALSE },
    { "role", "partner", TRUE },
    { "role", "bsn 111222333", FALSE },
    { "role", "", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint            field = field_of (cases[i].field);
      g_autofree char *text = NULL;

      g_assert_cmpint (cvn_draft_set_text (f->draft, field, cases[i].text), ==, cases[i].right);
      g_assert_cmpint (cvn_draft_get_error (f->draft, field) == NULL, ==, cases[i].right);
      text = cvn_draft_dup_text (f->draft, field);
      if (!cases[i].right)
        g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* A new record waits until what is required is there. */
static void
test_new (Fixture      *f,
          gconstpointer data)
{
  cvn_draft_set_text (f->draft, field_of ("role"), "partner");
  cvn_draft_save (f->draft);
  g_assert_false (cvn_draft_is_saving (f->draft));
  g_assert_true (cvn_draft_is_new (f->draft));
  save_first (f);
  g_assert_false (cvn_draft_is_new (f->draft));
  g_assert_false (cvn_draft_is_dirty (f->draft));
}

/* A rule over several fields marks one of them, and is settled by the other. */
static void
test_rule (Fixture      *f,
           gconstpointer data)
{
  cvn_draft_set_text (f->draft, field_of ("kind"), "municipality");
  cvn_draft_save (f->draft);
  g_assert_nonnull (cvn_draft_get_error (f->draft, field_of ("name_nl")));
  cvn_draft_set_text (f->draft, field_of ("name_en"), "Leiden");
  save (f);
  g_assert_null (cvn_draft_get_error (f->draft, field_of ("name_nl")));
}

static void
stepped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GError) error = NULL;
  gboolean *done = data;

  cvn_centre_finish (CVN_CENTRE (source), result, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

/* An undo shows what was there before, and leaves alone what is being typed in other rows. */
static void
test_undo (Fixture      *f,
           gconstpointer data)
{
  gboolean    done = FALSE;
  const char *role = NULL;

  save_first (f);
  cvn_draft_set_text (f->draft, field_of ("role"), "partner");
  save (f);
  cvn_draft_set_text (f->draft, field_of ("kvk"), "12");
  cvn_centre_undo_async (f->centre, NULL, stepped_cb, &done);
  do
    {
      g_main_context_iteration (NULL, TRUE);
      role = cvn_record_get_text (cvn_draft_get_record (f->draft), "role");
    }
  while (!done || role != NULL);
  g_assert_nonnull (cvn_draft_get_error (f->draft, field_of ("kvk")));
  done = FALSE;
  cvn_centre_undo_async (f->centre, NULL, stepped_cb, &done);
  while (!done || !f->gone)
    g_main_context_iteration (NULL, TRUE);
}

/* A copy has everything but what may exist only once. */
static void
test_duplicate (Fixture      *f,
                gconstpointer data)
{
  g_autoptr (CvnRecord) record = cvn_test_make_organisation ("leiden", "Gemeente Leiden");
  g_autoptr (CvnDraft) copy = cvn_draft_duplicate (f->centre, record, NULL);

  g_assert_true (cvn_draft_is_new (copy));
  g_assert_cmpstr (cvn_record_get_text (cvn_draft_get_record (copy), "name_nl"), ==, "Gemeente Leiden");
  g_assert_cmpstr (cvn_record_get_text (cvn_draft_get_record (copy), "code"), ==, NULL);
}

/* A reference is chosen; words alone are kept beside a sentence. */
static void
test_reference (Fixture      *f,
                gconstpointer data)
{
  const CvnKind *kind = cvn_kind_find ("contact");
  guint          field = (guint) cvn_kind_find_field (kind, "organisation");
  g_autoptr (CvnDraft) contact = cvn_draft_new (f->centre, kind, CVN_ACTION_ADD);
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;

  save_first (f);
  id = g_strdup (cvn_record_get_id (cvn_draft_get_record (f->draft)));
  g_assert_false (cvn_draft_set_text (contact, field, "Leid"));
  g_assert_nonnull (cvn_draft_get_error (contact, field));
  g_assert_true (cvn_draft_set_reference (contact, field, id, "Gemeente Leiden"));
  text = cvn_draft_dup_text (contact, field);
  g_assert_cmpstr (text, ==, "Gemeente Leiden");
  g_assert_true (cvn_draft_set_text (contact, field, "Gemeente Leiden"));
  g_assert_cmpstr (cvn_record_get_value (cvn_draft_get_record (contact), field)->text, ==, id);
}

/* Somebody else changes the record, and the form has not heard of it yet. */
static void
change_elsewhere (Fixture    *f,
                  const char *field,
                  const char *text)
{
  CvnRecord *stored = cvn_draft_get_stored (f->draft);
  g_autoptr (CvnRecord) other = cvn_record_copy (stored);
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_EDIT, cvn_record_get_kind (stored), "Gemeente Leiden");
  g_autoptr (GError) error = NULL;

  cvn_record_set_text (other, field, text);
  cvn_change_set_edit (changes, stored, other);
  cvn_store_apply (cvn_centre_get_store (f->centre), changes, &error);
  g_assert_no_error (error);
}

static void
assert_text (Fixture    *f,
             const char *field,
             const char *expected)
{
  g_autofree char *text = cvn_draft_dup_text (f->draft, field_of (field));

  g_assert_cmpstr (text, ==, expected);
}

/* Two people, two fields: both changes are kept, and the form shows them. */
static void
test_changed_beside (Fixture      *f,
                     gconstpointer data)
{
  save_first (f);
  settle ();
  change_elsewhere (f, "website", "https://leiden.example");
  cvn_draft_set_text (f->draft, field_of ("name_nl"), "Gemeente Leiden aan Zee");
  save (f);
  while (g_strcmp0 (cvn_record_get_text (cvn_draft_get_stored (f->draft), "website"), "https://leiden.example") != 0)
    g_main_context_iteration (NULL, TRUE);
  assert_text (f, "website", "https://leiden.example");
  assert_text (f, "name_nl", "Gemeente Leiden aan Zee");
  g_assert_cmpstr (cvn_record_get_text (cvn_draft_get_stored (f->draft), "name_nl"), ==, "Gemeente Leiden aan Zee");
}

/* Two people, one field: the first one's stands and the second is told; what they typed is still there to save. */
static void
test_changed_underneath (Fixture      *f,
                         gconstpointer data)
{
  gint64 before;

  save_first (f);
  settle ();
  before = f->saved;
  change_elsewhere (f, "name_nl", "Gemeente Katwijk");
  cvn_draft_set_text (f->draft, field_of ("name_nl"), "Gemeente Oegstgeest");
  cvn_draft_save (f->draft);
  while (cvn_draft_is_saving (f->draft))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (cvn_draft_get_error (f->draft, field_of ("name_nl")), ==, "Somebody else changed “Name (Dutch)” meanwhile.");
  g_assert_cmpint (f->saved, ==, before);
  while (g_strcmp0 (cvn_record_get_text (cvn_draft_get_stored (f->draft), "name_nl"), "Gemeente Katwijk") != 0)
    g_main_context_iteration (NULL, TRUE);
  assert_text (f, "name_nl", "Gemeente Oegstgeest");
  save (f);
  settle ();
  assert_text (f, "name_nl", "Gemeente Oegstgeest");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/draft/errors", Fixture, NULL, set_up, test_errors, tear_down);
  g_test_add ("/model/draft/new", Fixture, NULL, set_up, test_new, tear_down);
  g_test_add ("/model/draft/rule-over-fields", Fixture, NULL, set_up, test_rule, tear_down);
  g_test_add ("/model/draft/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/model/draft/changed-beside", Fixture, NULL, set_up, test_changed_beside, tear_down);
  g_test_add ("/model/draft/changed-underneath", Fixture, NULL, set_up, test_changed_underneath, tear_down);
  g_test_add ("/model/draft/typed-while-saving", Fixture, NULL, set_up, test_typed_while_saving, tear_down);
  g_test_add ("/model/draft/duplicate", Fixture, NULL, set_up, test_duplicate, tear_down);
  g_test_add ("/model/draft/reference", Fixture, NULL, set_up, test_reference, tear_down);
  return g_test_run ();
}
