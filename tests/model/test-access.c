/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-access"

#include "cvn-attached-file.h"
#include "cvn-centre-access.h"
#include "cvn-direction-operations.h"
#include "cvn-error.h"
#include "cvn-event-operations.h"
#include "cvn-operations.h"
#include "cvn-programme-operations.h"
#include "store-support.h"

/* Everything that people do, for each role that a server gives them: the board reads along, whatever is pressed. */

#define ID    "01ARZ3NDEKTSV4RRFFQ69G5FAV"
#define TODAY "2019-06-01"

typedef struct
{
  CvnTestFolder folder;
  CvnCentre    *centre;
  CvnRecord    *partner; /* that is there */
  GAsyncResult *result;
} Fixture;

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  ((Fixture *) data)->result = g_object_ref (result);
}

static void
change (Fixture   *f,
        CvnAction  action,
        CvnRecord *before,
        CvnRecord *after)
{
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (action, cvn_kind_find ("organisation"), "Leiden");

  if (before == NULL)
    cvn_change_set_add (changes, after);
  else if (after == NULL)
    cvn_change_set_delete (changes, before);
  else
    cvn_change_set_edit (changes, before, after);
  cvn_centre_apply_async (f->centre, changes, NULL, done_cb, f);
}

static void
create (Fixture *f)
{
  g_autoptr (CvnRecord) record = cvn_test_make_organisation (NULL, "Katwijk");

  change (f, CVN_ACTION_ADD, NULL, record);
}

static void
edit (Fixture *f)
{
  g_autoptr (CvnRecord) after = cvn_record_copy (f->partner);

  cvn_record_set_text (after, "name_nl", "Leida");
  change (f, CVN_ACTION_EDIT, f->partner, after);
}

static void delete (Fixture *f)
{
  change (f, CVN_ACTION_DELETE, f->partner, NULL);
}

static void
undo (Fixture *f)
{
  cvn_centre_undo_async (f->centre, NULL, done_cb, f);
}

static void
redo (Fixture *f)
{
  cvn_centre_redo_async (f->centre, NULL, done_cb, f);
}

static void
attach (Fixture *f)
{
  g_autoptr (GFile) file = g_file_new_build_filename (f->folder.folder, "minutes.txt", NULL);

  g_assert_true (g_file_set_contents (g_file_peek_path (file), "abc", -1, NULL));
  cvn_attached_file_add_async (f->centre, file, NULL, done_cb, f);
}

static void
run (Fixture      *f,
     CvnOperation *made)
{
  g_autoptr (CvnOperation) operation = made;

  cvn_operation_run_async (operation, f->centre, NULL, done_cb, f);
}

static CvnRecord *
make (const char *kind)
{
  return cvn_record_new (cvn_kind_find (kind));
}

#define OPERATION(name, expression) \
  static void                       \
  name (Fixture *f)                 \
  {                                 \
    run (f, expression);            \
  }

static void
decide (Fixture *f)
{
  g_autoptr (CvnRecord) decision = make ("agreement_decision");

  run (f, cvn_decide_new (decision, TODAY));
}

static void
book_payment (Fixture *f)
{
  g_autoptr (CvnRecord) payment = make ("payment");

  run (f, cvn_book_payment_new (payment, NULL, 0, FALSE));
}

OPERATION (allocate, cvn_allocate_new (ID, 2019))
OPERATION (send_invoice, cvn_send_invoice_new (ID, TODAY))
OPERATION (discard_invoice, cvn_discard_invoice_new (ID))
OPERATION (credit_invoice, cvn_credit_invoice_new (ID, TODAY, "wrong"))
OPERATION (refund, cvn_refund_new (ID, 100, TODAY, "twice"))
OPERATION (write_off, cvn_write_off_new (ID, 100, TODAY, "gone"))
OPERATION (remind, cvn_remind_new (ID, TODAY, "late"))
OPERATION (ask_series, cvn_ask_series_new (ID))
OPERATION (hand_over_series, cvn_hand_over_series_new (ID))
OPERATION (keep_series, cvn_keep_series_new (ID))
OPERATION (take_series, cvn_take_series_new (ID))
OPERATION (new_edition, cvn_new_edition_new (ID, NULL, TODAY))
OPERATION (sign_off, cvn_sign_off_new (ID, "Ans", TODAY))
OPERATION (delete_revision, cvn_delete_revision_new (ID))
OPERATION (set_risk, cvn_set_risk_new (ID, 3, 4))
OPERATION (move_event, cvn_event_move_new (ID, 7))
OPERATION (cancel_event, cvn_event_cancel_new (ID))
OPERATION (attend, cvn_event_attend_new (ID, 2))
OPERATION (publish, cvn_event_publish_new (ID, ID, TODAY))
OPERATION (finish_task, cvn_task_finish_new (ID, TODAY))
OPERATION (renew_packages, cvn_renew_packages_new (2019))
OPERATION (deliver_benefit, cvn_deliver_benefit_new (ID, TODAY, NULL, NULL, NULL))
OPERATION (delete_session, cvn_delete_session_new (ID))

static const struct
{
  const char *name;
  void (*start) (Fixture *f);
} actions[] = {
  { "create", create },
  { "edit", edit },
  { "undo", undo },
  { "redo", redo },
  { "delete", delete },
  { "attach", attach },
  { "decide", decide },
  { "allocate", allocate },
  { "send an invoice", send_invoice },
  { "discard an invoice", discard_invoice },
  { "credit an invoice", credit_invoice },
  { "book a payment", book_payment },
  { "refund", refund },
  { "write off", write_off },
  { "remind", remind },
  { "ask for a series", ask_series },
  { "hand a series over", hand_over_series },
  { "keep a series", keep_series },
  { "take a series", take_series },
  { "a new edition", new_edition },
  { "sign off", sign_off },
  { "delete a revision", delete_revision },
  { "set a risk", set_risk },
  { "move an event", move_event },
  { "cancel an event", cancel_event },
  { "attend", attend },
  { "publish", publish },
  { "finish a task", finish_task },
  { "renew packages", renew_packages },
  { "deliver a benefit", deliver_benefit },
  { "delete a session", delete_session },
};

static const struct
{
  const char *role; /* as the server says */
  gboolean    writes;
} roles[] = {
  { "manager", TRUE },
  { "staff", TRUE },
  { "admin", TRUE },
  { "", TRUE },
  { "board", FALSE },
};

static void
open_as (Fixture    *f,
         const char *role)
{
  g_autoptr (CvnStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf ("INSERT INTO sync_state (name, value) VALUES ('server', 'http://127.0.0.1:9/'), ('database', 'centre'), "
                                          "('live', 0), ('role', '%s')",
                                          role);

  cvn_test_folder_make (&f->folder);
  cvn_test_folder_make_centre (&f->folder);
  store = cvn_store_open (f->folder.path, 0, "tester", &error);
  g_assert_no_error (error);
  f->partner = cvn_test_make_organisation (NULL, "Leiden");
  cvn_test_put (store, f->partner);
  cvn_store_close (store);
  cvn_test_sql (f->folder.path, sql);
  f->centre = cvn_centre_new ();
  f->result = NULL;
  cvn_centre_open_async (f->centre, f->folder.path, FALSE, NULL, done_cb, f);
  while (f->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (cvn_centre_open_finish (f->centre, f->result, &error));
  g_clear_object (&f->result);
}

static void
close_centre (Fixture *f)
{
  cvn_centre_close (f->centre);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (f->centre);
  g_clear_object (&f->partner);
  cvn_test_folder_remove (&f->folder);
}

static gboolean
is_refused (Fixture *f,
            gsize    action)
{
  g_autoptr (GError) error = NULL;

  actions[action].start (f);
  while (f->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (actions[action].start == attach)
    g_free (cvn_attached_file_add_finish (f->centre, f->result, &error));
  else
    cvn_centre_finish (f->centre, f->result, &error);
  g_clear_object (&f->result);
  return g_error_matches (error, CVN_ERROR, CVN_ERROR_READ_ONLY);
}

static void
test_role (gconstpointer data)
{
  const gsize place = GPOINTER_TO_SIZE (data);
  Fixture     f = { { NULL } };

  open_as (&f, roles[place].role);
  g_assert_cmpint (cvn_centre_is_reader (f.centre), ==, !roles[place].writes);
  g_assert_cmpint (cvn_centre_is_read_only (f.centre), ==, !roles[place].writes);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_test_message ("%s", actions[i].name);
      g_assert_cmpint (is_refused (&f, i), ==, !roles[place].writes);
    }
  if (!roles[place].writes)
    g_assert_cmpint (cvn_test_integer (f.folder.path, "SELECT count(*) FROM journal"), ==, 1);
  close_centre (&f);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autofree char *path = g_strconcat ("/model/access/", *roles[i].role != '\0' ? roles[i].role : "no-role", NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_role);
    }
  return g_test_run ();
}
