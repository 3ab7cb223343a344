/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-record-pane"

#include "cvn-operation-dialog.h"
#include "cvn-record-pane.h"
#include "register-support.h"

/* A pane over the invoices of the sample, that notes what it is told. */

#define TEST_TYPE_PANE (test_pane_get_type ())
G_DECLARE_FINAL_TYPE (TestPane, test_pane, TEST, PANE, CvnRecordPane)

struct _TestPane
{
  CvnRecordPane parent_instance;

  char *filled; /* number of the invoice that was filled in last */
  guint n_fills;
  guint n_taken;
};

G_DEFINE_FINAL_TYPE (TestPane, test_pane, CVN_TYPE_RECORD_PANE)

typedef enum {
  STEP_CHANGE,
  STEP_LOOK,
  N_STEPS,
} StepId;

static const CvnDetailStep steps[N_STEPS] = {
  [STEP_CHANGE] = { "test.change", "Change" },
  [STEP_LOOK] = { "test.look", "Look" },
};

static gboolean
test_pane_can_take (CvnRecordPane *pane,
                    CvnTable      *table,
                    guint          row,
                    guint          step)
{
  return step == STEP_LOOK || cvn_operation_dialog_is_allowed (cvn_record_pane_get_centre (pane));
}

static const char *
test_pane_get_label (CvnRecordPane *pane,
                     CvnTable      *table,
                     guint          row,
                     guint          step)
{
  return step == STEP_LOOK ? cvn_table_get_text (table, row, "number") : NULL;
}

static void
test_pane_fill (CvnRecordPane *pane,
                CvnTable      *table,
                guint          row)
{
  TestPane *self = TEST_PANE (pane);

  g_assert_cmpstr (cvn_table_get_text (table, row, "id"), ==, cvn_record_pane_get_record (pane));
  g_free (self->filled);
  self->filled = g_strdup (cvn_table_get_text (table, row, "number"));
  self->n_fills++;
  cvn_detail_pane_set_head (cvn_record_pane_get_detail (pane), self->filled, "", "", NULL);
  cvn_detail_pane_begin_facts (cvn_record_pane_get_detail (pane));
  cvn_detail_pane_add_fact (cvn_record_pane_get_detail (pane), "Empty", NULL);
  cvn_detail_pane_add_result (cvn_record_pane_get_detail (pane), "Number", self->filled);
}

static void
take (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  TEST_PANE (widget)->n_taken++;
}

static void
test_pane_finalize (GObject *object)
{
  g_free (TEST_PANE (object)->filled);
  G_OBJECT_CLASS (test_pane_parent_class)->finalize (object);
}

static void
test_pane_class_init (TestPaneClass *klass)
{
  static const char *const figures[] = { "invoices", NULL };
  CvnRecordPaneClass      *pane_class = CVN_RECORD_PANE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = test_pane_finalize;
  pane_class->figures = figures;
  pane_class->steps = steps;
  pane_class->n_steps = N_STEPS;
  pane_class->can_take = test_pane_can_take;
  pane_class->get_label = test_pane_get_label;
  pane_class->fill = test_pane_fill;
  for (guint i = 0; i < N_STEPS; i++)
    gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), steps[i].action, NULL, take);
}

static void
test_pane_init (TestPane *self)
{
}

typedef struct
{
  CvnRegisterFixture sample;
  CvnFigureSet      *list; /* of all invoices */
  TestPane          *pane;
  guint              n_closed;
} Fixture;

static gboolean
is_loaded (gpointer figures)
{
  return cvn_figure_set_is_loaded (figures);
}

static gboolean
is_sample_day (gpointer centre)
{
  return g_str_equal (cvn_centre_get_today (centre), "2020-12-31");
}

static void
closed_cb (Fixture *f)
{
  f->n_closed++;
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  static const char *const names[] = { "invoices", NULL };

  cvn_register_fixture_open (&f->sample);
  cvn_ui_assert_eventually (is_sample_day, f->sample.centre);
  f->list = cvn_figure_set_new (f->sample.centre, names);
  cvn_ui_assert_eventually (is_loaded, f->list);
  f->pane = g_object_new (TEST_TYPE_PANE, "centre", f->sample.centre, NULL);
  g_signal_connect_swapped (f->pane, "closed", G_CALLBACK (closed_cb), f);
  cvn_register_fixture_show (&f->sample, GTK_WIDGET (f->pane), 800, 600);
}

/* A pane that is gone is told nothing more, and what it held is let go. */
static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gpointer weak = f->pane;

  g_object_add_weak_pointer (G_OBJECT (f->pane), &weak);
  g_clear_object (&f->list);
  cvn_register_fixture_close (&f->sample);
  g_assert_null (weak);
}

static const char *
get_nth (Fixture    *f,
         guint       row,
         const char *column)
{
  return cvn_table_get_text (cvn_figure_set_get (f->list, "invoices"), row, column);
}

static CvnRecordPane *
get_pane (Fixture *f)
{
  return CVN_RECORD_PANE (f->pane);
}

static gboolean
shows_own (gpointer data)
{
  CvnRecordPane *pane = data;
  guint          row = 0;
  CvnTable      *table = cvn_record_pane_get_table (pane, &row);

  return table != NULL && g_strcmp0 (TEST_PANE (pane)->filled, cvn_table_get_text (table, row, "number")) == 0;
}

static gboolean
was_closed (gpointer data)
{
  return ((Fixture *) data)->n_closed > 0;
}

static void
assert_step (Fixture    *f,
             StepId      step,
             gboolean    can,
             const char *label)
{
  GtkWidget *button = cvn_ui_find_text (GTK_WIDGET (f->pane), GTK_TYPE_BUTTON, label);
  guint      before = f->pane->n_taken;

  gtk_widget_activate_action (GTK_WIDGET (f->pane), steps[step].action, NULL);
  g_assert_cmpuint (f->pane->n_taken - before, ==, can);
  g_assert_cmpint (button != NULL && gtk_widget_get_visible (button), ==, can);
}

/* Whether the head of the pane, or a fact below it, says @words. */
static gboolean
is_seen (Fixture    *f,
         const char *words)
{
  GtkWidget *head = cvn_ui_find_text (GTK_WIDGET (f->pane), GTK_TYPE_LABEL, words);
  GtkWidget *fact = cvn_ui_find_text (GTK_WIDGET (f->pane), ADW_TYPE_ACTION_ROW, "Number");

  return (head != NULL && gtk_widget_get_mapped (head)) || (fact != NULL && gtk_widget_get_mapped (fact));
}

/* Before anything is shown nothing can be done; then what is seen and what can be done are of the record that was asked for. */
static void
test_shows (Fixture      *f,
            gconstpointer data)
{
  g_assert_null (cvn_record_pane_get_record (get_pane (f)));
  assert_step (f, STEP_CHANGE, FALSE, "Change");
  for (guint row = 0; row < 2; row++)
    {
      guint before = f->pane->n_fills;

      cvn_record_pane_show (get_pane (f), get_nth (f, row, "id"));
      /* Nothing of the one before is there while the figures are worked out. */
      g_assert_null (cvn_record_pane_get_table (get_pane (f), NULL));
      assert_step (f, STEP_LOOK, FALSE, get_nth (f, row, "number"));
      g_assert_cmpuint (f->pane->n_fills, ==, before);
      g_assert_true (before == 0 || !is_seen (f, f->pane->filled));
      cvn_ui_assert_eventually (shows_own, f->pane);
      g_assert_cmpstr (f->pane->filled, ==, get_nth (f, row, "number"));
      g_assert_nonnull (cvn_ui_find_text (GTK_WIDGET (f->pane), ADW_TYPE_ACTION_ROW, "Number"));
      g_assert_null (cvn_ui_find_text (GTK_WIDGET (f->pane), ADW_TYPE_ACTION_ROW, "Empty"));
      g_assert_true (is_seen (f, f->pane->filled));
      assert_step (f, STEP_CHANGE, TRUE, "Change");
      assert_step (f, STEP_LOOK, TRUE, get_nth (f, row, "number"));
    }
  /* The text that the pane owns is as good as any; what is shown already stays while it is worked out anew. */
  cvn_record_pane_show (get_pane (f), cvn_record_pane_get_record (get_pane (f)));
  g_assert_true (is_seen (f, f->pane->filled));
  cvn_ui_assert_eventually (shows_own, f->pane);
  g_assert_cmpuint (f->n_closed, ==, 0);
}

/* What there is not, or no more, closes it; so does going back. */
static void
test_closes (Fixture      *f,
             gconstpointer data)
{
  cvn_record_pane_show (get_pane (f), "01ARZ3NDEKTSV4RRFFQ69G5FAV");
  cvn_ui_assert_eventually (was_closed, f);
  g_assert_cmpuint (f->pane->n_fills, ==, 0);
  cvn_record_pane_show (get_pane (f), get_nth (f, 0, "id"));
  cvn_ui_assert_eventually (shows_own, f->pane);
  f->n_closed = 0;
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (cvn_record_pane_get_detail (get_pane (f))), "detail.close", NULL));
  g_assert_cmpuint (f->n_closed, ==, 1);
}

/* Who comes to look on finds nothing to press any more, at once. */
static void
test_follows_role (Fixture      *f,
                   gconstpointer data)
{
  cvn_record_pane_show (get_pane (f), get_nth (f, 0, "id"));
  cvn_ui_assert_eventually (shows_own, f->pane);
  cvn_centre_set_looking (f->sample.centre, TRUE);
  assert_step (f, STEP_CHANGE, FALSE, "Change");
  assert_step (f, STEP_LOOK, TRUE, get_nth (f, 0, "number"));
  cvn_centre_set_looking (f->sample.centre, FALSE);
  assert_step (f, STEP_CHANGE, TRUE, "Change");
}

/* With the figures of the list nothing is read anew: the record is there at once. */
static void
test_shares_figures (Fixture      *f,
                     gconstpointer data)
{
  cvn_record_pane_share_figures (get_pane (f), f->list);
  cvn_record_pane_show (get_pane (f), get_nth (f, 1, "id"));
  g_assert_true (shows_own (f->pane));
  g_assert_true (cvn_record_pane_get_figures (get_pane (f)) == f->list);
  cvn_record_pane_show (get_pane (f), get_nth (f, 0, "id"));
  g_assert_true (shows_own (f->pane));
  g_assert_true (cvn_record_pane_get_figures (get_pane (f)) == f->list);
  cvn_record_pane_show (get_pane (f), "01ARZ3NDEKTSV4RRFFQ69G5FAV");
  g_assert_cmpuint (f->n_closed, ==, 1);
}

static gboolean
is_written_off (gpointer data)
{
  Fixture  *f = data;
  CvnTable *table = cvn_record_pane_get_table (get_pane (f), NULL);

  return table != NULL && g_strcmp0 (cvn_table_get_text (table, 0, "state"), "written_off") == 0;
}

/* An operation of the pane is one step, and what is shown follows it; one that is refused leaves everything as it is. */
static void
test_runs (Fixture      *f,
           gconstpointer data)
{
  const char *invoice = get_nth (f, 0, "id");
  gint64      open = cvn_table_get_integer (cvn_figure_set_get (f->list, "invoices"), 0, "open");
  g_autoptr (CvnOperation) refused = cvn_discard_invoice_new (invoice);
  g_autoptr (CvnOperation) done = cvn_write_off_new (invoice, open, cvn_centre_get_today (f->sample.centre), "Test");
  guint before;

  g_assert_cmpint (open, >, 0);
  cvn_record_pane_show (get_pane (f), invoice);
  cvn_ui_assert_eventually (shows_own, f->pane);
  before = f->pane->n_fills;
  cvn_record_pane_run (get_pane (f), refused, "Never said");
  cvn_record_pane_run (get_pane (f), done, NULL);
  cvn_ui_assert_eventually (is_written_off, f);
  g_assert_cmpuint (f->pane->n_fills, >, before);
  g_assert_cmpuint (f->n_closed, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  cvn_ui_init (&argc, &argv);
  g_test_add ("/ui/record-pane/shows", Fixture, NULL, set_up, test_shows, tear_down);
  g_test_add ("/ui/record-pane/closes", Fixture, NULL, set_up, test_closes, tear_down);
  g_test_add ("/ui/record-pane/follows-role", Fixture, NULL, set_up, test_follows_role, tear_down);
  g_test_add ("/ui/record-pane/shares-figures", Fixture, NULL, set_up, test_shares_figures, tear_down);
  g_test_add ("/ui/record-pane/runs", Fixture, NULL, set_up, test_runs, tear_down);
  return g_test_run ();
}
