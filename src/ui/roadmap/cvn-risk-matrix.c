/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-risk-matrix"

#include "cvn-risk-matrix.h"

#include "cvn-direction-operations.h"
#include "cvn-drag.h"
#include "cvn-guard.h"
#include "cvn-operation-dialog.h"
#include "cvn-roadmap-text.h"
#include "cvn-row-feed.h"
#include "cvn-tall.h"
#include "cvn-tooltip.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

#define STEPS 5

/* Rows of the first frame, which has the matrix to lay out as well. */
#define FIRST_ROWS 2

struct _CvnRiskMatrix
{
  AdwBin parent_instance;

  GtkWidget      *add; /* the first risk */
  CvnRoadmapBook *book;
  GtkWidget      *grid;
  GtkWidget      *list;
  CvnRowFeed     *feed;
  GtkStack       *stack;
  gboolean        stale;  /* to be filled when it is next seen */
  char           *moving; /* id that gets the focus back once it has moved */
};

G_DEFINE_FINAL_TYPE (CvnRiskMatrix, cvn_risk_matrix, ADW_TYPE_BIN)

/* What changes something. */
static const char *const changing[] = { "risks.move", NULL };

static gint64
get_score (CvnRecord *risk)
{
  return cvn_record_get_integer (risk, "likelihood") * cvn_record_get_integer (risk, "impact");
}

static gboolean
is_live (CvnRecord *risk)
{
  return cvn_risk_is_live (cvn_record_get_text (risk, "status"));
}

static CvnRecord *
find_risk (CvnRiskMatrix *self,
           const char    *id)
{
  GPtrArray *risks = cvn_roadmap_book_get_records (self->book, "risk");

  for (guint i = 0; risks != NULL && i < risks->len; i++)
    if (g_strcmp0 (cvn_record_get_id (risks->pdata[i]), id) == 0)
      return risks->pdata[i];
  return NULL;
}

/** cvn_risk_matrix_count: how many live risks a cell holds. */
guint
cvn_risk_matrix_count (CvnRiskMatrix *self,
                       int            likelihood,
                       int            impact)
{
  GPtrArray *risks = cvn_roadmap_book_get_records (self->book, "risk");
  guint      n = 0;

  for (guint i = 0; risks != NULL && i < risks->len; i++)
    n += is_live (risks->pdata[i]) && cvn_record_get_integer (risks->pdata[i], "likelihood") == likelihood &&
         cvn_record_get_integer (risks->pdata[i], "impact") == impact;
  return n;
}

static void
moved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (CvnRiskMatrix) self = data;
  g_autoptr (GError) error = NULL;
  gint64 no = cvn_centre_finish (CVN_CENTRE (source), result, &error);

  if (self->grid == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (no > 0 || error != NULL)
    cvn_window_show_toast (GTK_WIDGET (self), error != NULL ? error->message : _("The risk was weighed anew"), no > 0);
}

static void
weigh (CvnRiskMatrix *self,
       const char    *id,
       int            likelihood,
       int            impact)
{
  CvnCentre *centre = cvn_roadmap_book_get_centre (self->book);
  CvnRecord *risk = find_risk (self, id);
  g_autoptr (CvnOperation) operation = NULL;

  if (risk == NULL || !cvn_operation_dialog_is_allowed (centre))
    return;
  operation = cvn_set_risk_new (id, CLAMP (likelihood, 1, STEPS), CLAMP (impact, 1, STEPS));
  cvn_operation_set_subject (operation, cvn_roadmap_pick (risk, "title"));
  g_free (self->moving);
  self->moving = g_strdup (id);
  cvn_operation_run_async (operation, centre, NULL, moved_cb, g_object_ref (self));
}

/** cvn_risk_matrix_move: moves a risk by so many steps of impact and likelihood, within the matrix. */
void
cvn_risk_matrix_move (CvnRiskMatrix *self,
                      const char    *risk,
                      int            impact,
                      int            likelihood)
{
  CvnRecord *record = find_risk (self, risk);

  if (record != NULL)
    weigh (self, risk, (int) cvn_record_get_integer (record, "likelihood") + likelihood, (int) cvn_record_get_integer (record, "impact") + impact);
}

static void
move_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  int        impact;
  int        likelihood;

  g_variant_get (parameter, "(ii)", &impact, &likelihood);
  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    cvn_risk_matrix_move (CVN_RISK_MATRIX (widget), gtk_widget_get_name (focus), impact, likelihood);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            gpointer       data)
{
  GtkWidget     *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  CvnRiskMatrix *self = data;

  if (!cvn_operation_dialog_is_allowed (cvn_roadmap_book_get_centre (self->book)))
    return NULL;
  return cvn_drag_offer (widget, gtk_widget_get_name (widget));
}

/* A cell's name says where it is: likelihood and impact. */
static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       data)
{
  const char *place = gtk_widget_get_name (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));

  weigh (data, g_value_get_string (value), place[0] - '0', place[1] - '0');
  return TRUE;
}

static GtkWidget *
make_mark (CvnRiskMatrix *self,
           CvnRecord     *risk)
{
  const char    *code = cvn_record_get_text (risk, "code");
  const char    *title = cvn_roadmap_pick (risk, "title");
  GtkWidget     *mark = gtk_button_new_with_label (code != NULL ? code : title);
  GtkDragSource *drag = gtk_drag_source_new ();

  gtk_widget_set_name (mark, cvn_record_get_id (risk));
  gtk_widget_add_css_class (mark, "cvn-risk-mark");
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (mark))), PANGO_ELLIPSIZE_END);
  cvn_tooltip_set (mark, title);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (mark), "win.open-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (mark), "(ss)", "risk", cvn_record_get_id (risk));
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (drag, "prepare", G_CALLBACK (prepare_cb), self, 0);
  gtk_widget_add_controller (mark, GTK_EVENT_CONTROLLER (drag));
  return mark;
}

static GtkWidget *
make_cell (CvnRiskMatrix *self,
           int            likelihood,
           int            impact)
{
  static const char *const classes[] = { [CVN_RISK_LOW] = "low", [CVN_RISK_MEDIUM] = "medium", [CVN_RISK_HIGH] = "high" };
  GPtrArray               *risks = cvn_roadmap_book_get_records (self->book, "risk");
  GtkWidget               *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkDropTarget           *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);
  g_autofree char         *name = g_strdup_printf ("%d%d", likelihood, impact);
  g_autofree char         *score = g_strdup_printf ("%d", likelihood * impact);
  GtkWidget               *label = g_object_new (GTK_TYPE_LABEL, "label", score, "xalign", 1.0, NULL);

  gtk_widget_set_name (cell, name);
  gtk_widget_add_css_class (label, "cvn-caption");
  gtk_widget_add_css_class (label, "cvn-dim");
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_widget_add_css_class (cell, "cvn-risk-cell");
  gtk_widget_add_css_class (cell, classes[cvn_risk_level (likelihood, impact)]);
  gtk_box_append (GTK_BOX (cell), label);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (target));
  for (guint i = 0; i < risks->len; i++)
    if (is_live (risks->pdata[i]) && cvn_record_get_integer (risks->pdata[i], "likelihood") == likelihood && cvn_record_get_integer (risks->pdata[i], "impact") == impact)
      gtk_box_append (GTK_BOX (cell), make_mark (self, risks->pdata[i]));
  return cell;
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, NULL);

  gtk_widget_add_css_class (label, "cvn-caption");
  return label;
}

/* The most likely at the top, the worst on the right. */
static void
fill_grid (CvnRiskMatrix *self)
{
  GtkWidget *likelihood = make_label (_("Likelihood"));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  /* Across the columns: as wide as this word they would not fit in a narrow window. */
  gtk_widget_set_halign (likelihood, GTK_ALIGN_START);
  gtk_grid_attach (GTK_GRID (self->grid), likelihood, 0, 0, STEPS + 1, 1);
  for (int step = 1; step <= STEPS; step++)
    {
      g_autofree char *number = g_strdup_printf ("%d", step);

      gtk_grid_attach (GTK_GRID (self->grid), make_label (number), 0, STEPS - step + 1, 1, 1);
      gtk_grid_attach (GTK_GRID (self->grid), make_label (number), step, STEPS + 1, 1, 1);
      for (int impact = 1; impact <= STEPS; impact++)
        gtk_grid_attach (GTK_GRID (self->grid), make_cell (self, step, impact), impact, STEPS - step + 1, 1, 1);
    }
  gtk_grid_attach (GTK_GRID (self->grid), make_label (_("Impact")), 1, STEPS + 2, STEPS, 1);
}

static const char *
get_trend (CvnTrend trend)
{
  static const char *const words[] = { N_("not on the last card"), N_("↓ lower than on the last card"), N_("→ as on the last card"), N_("↑ higher than on the last card") };

  return _(words[trend]);
}

static GtkWidget *
make_row (CvnRiskMatrix *self,
          CvnRecord     *risk)
{
  static const char *const classes[] = { [CVN_RISK_LOW] = "success", [CVN_RISK_MEDIUM] = "warning", [CVN_RISK_HIGH] = "error" };
  GtkWidget               *row = adw_action_row_new ();
  const char              *measure = cvn_roadmap_pick (risk, "measure");
  gint64                   score = get_score (risk);
  g_autofree char         *status = cvn_roadmap_dup_choice (risk, "status");
  g_autofree char         *trend = g_strdup (get_trend (cvn_risk_trend (cvn_roadmap_book_get_score_before (self->book, cvn_record_get_id (risk)), score)));
  /* Translators: the status of a risk, how it moved since the last card, and its measure */
  g_autofree char *subtitle = g_strdup_printf (_("%1$s, %2$s. %3$s"), status, trend, measure != NULL ? measure : _("There is no measure yet."));
  g_autofree char *number = g_strdup_printf ("%d", (int) score);
  const char      *code = cvn_record_get_text (risk, "code");
  /* Translators: the code of a risk, by which it stands in the matrix, and its title */
  g_autofree char *title = code != NULL ? g_strdup_printf (_("%1$s · %2$s"), code, cvn_roadmap_pick (risk, "title")) : g_strdup (cvn_roadmap_pick (risk, "title"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), cvn_roadmap_chip (number, classes[cvn_risk_level (cvn_record_get_integer (risk, "likelihood"), cvn_record_get_integer (risk, "impact"))]));
  if (measure == NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", "risk", cvn_record_get_id (risk));
  return row;
}

static int
compare_risks (gconstpointer a,
               gconstpointer b)
{
  gint64 first = get_score (*(CvnRecord *const *) a), second = get_score (*(CvnRecord *const *) b);

  return (first < second) - (first > second);
}

static guint
fill_list (CvnRiskMatrix *self)
{
  GPtrArray *risks = cvn_roadmap_book_get_records (self->book, "risk");
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < risks->len; i++)
    if (is_live (risks->pdata[i]))
      g_ptr_array_add (sorted, risks->pdata[i]);
  g_ptr_array_sort (sorted, compare_risks);
  cvn_row_feed_begin (self->feed);
  for (guint i = 0; i < sorted->len; i++)
    {
      GtkWidget *row = make_row (self, sorted->pdata[i]);

      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
      cvn_row_feed_add (self->feed, row);
    }
  return sorted->len;
}

static void
focus_again (CvnRiskMatrix *self)
{
  for (GtkWidget *cell = gtk_widget_get_first_child (self->grid); self->moving != NULL && cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    for (GtkWidget *mark = gtk_widget_get_first_child (cell); mark != NULL; mark = gtk_widget_get_next_sibling (mark))
      if (g_strcmp0 (gtk_widget_get_name (mark), self->moving) == 0)
        gtk_widget_grab_focus (mark);
  g_clear_pointer (&self->moving, g_free);
}

static void
changed_cb (CvnRiskMatrix *self)
{
  self->stale = TRUE;
  if (!cvn_roadmap_book_is_loaded (self->book) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->stale = FALSE;
  gtk_stack_set_visible_child_name (self->stack, fill_list (self) > 0 ? "risks" : "empty");
  fill_grid (self);
  focus_again (self);
}

static void
mapped_cb (CvnRiskMatrix *self)
{
  if (self->stale)
    changed_cb (self);
}

static void
cvn_risk_matrix_dispose (GObject *object)
{
  CvnRiskMatrix *self = CVN_RISK_MATRIX (object);

  g_clear_object (&self->feed);
  self->grid = NULL;
  g_clear_object (&self->book);
  G_OBJECT_CLASS (cvn_risk_matrix_parent_class)->dispose (object);
}

static void
cvn_risk_matrix_finalize (GObject *object)
{
  g_free (CVN_RISK_MATRIX (object)->moving);
  G_OBJECT_CLASS (cvn_risk_matrix_parent_class)->finalize (object);
}

static void
cvn_risk_matrix_class_init (CvnRiskMatrixClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_risk_matrix_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_risk_matrix_finalize;
  gtk_widget_class_install_action (widget_class, "risks.move", "(ii)", move_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK, "risks.move", "(ii)", -1, 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK, "risks.move", "(ii)", 1, 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_CONTROL_MASK, "risks.move", "(ii)", 0, 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_CONTROL_MASK, "risks.move", "(ii)", 0, -1);
}

static GtkWidget *
make_empty (CvnRiskMatrix *self)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "object-select-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("No Live Risks"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status), _("Open, controlled and occurred risks stand here by likelihood and impact."));
  self->add = gtk_button_new_with_label (_(cvn_kind_find ("risk")->label_add));
  gtk_widget_add_css_class (self->add, "pill");
  gtk_widget_set_halign (self->add, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "roadmap.add");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add), "s", "risk");
  adw_status_page_set_child (ADW_STATUS_PAGE (status), self->add);
  return status;
}

static void
cvn_risk_matrix_init (CvnRiskMatrix *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->feed = cvn_row_feed_new (GTK_WIDGET (self), FIRST_ROWS);
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 3);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 3);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Risks by likelihood and impact"), -1);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_add_css_class (content, "cvn-board");
  gtk_box_append (GTK_BOX (content), self->grid);
  gtk_box_append (GTK_BOX (content), self->list);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), cvn_tall_new (clamp));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "loading");
  gtk_stack_add_named (self->stack, scrolled, "risks");
  gtk_stack_add_named (self->stack, make_empty (self), "empty");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/** cvn_risk_matrix_new: the live risks of @book. */
GtkWidget *
cvn_risk_matrix_new (CvnRoadmapBook *book)
{
  CvnRiskMatrix *self = g_object_new (CVN_TYPE_RISK_MATRIX, NULL);

  self->book = g_object_ref (book);
  cvn_guard_actions (GTK_WIDGET (self), cvn_roadmap_book_get_centre (book), changing);
  g_object_bind_property (cvn_roadmap_book_get_centre (book), "read-only", self->add, "visible", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_signal_connect_object (book, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_after (self, "map", G_CALLBACK (mapped_cb), NULL);
  changed_cb (self);
  return GTK_WIDGET (self);
}
