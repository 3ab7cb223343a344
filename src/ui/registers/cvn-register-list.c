/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-register-list"

#include "cvn-register-list.h"

#include "cvn-register-fields.h"
#include "cvn-register-list-private.h"
#include "cvn-register-totals.h"
#include "cvn-tooltip.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

/* Below this width, in pixels, rows of two lines take the place of columns. */
#define NARROW 640

/* A width that a narrow list always fits in. */
#define LEAST 340

/* What takes less than this, in milliseconds, needs no sign that it is under way. */
#define PATIENCE 300

typedef enum {
  PROP_READY = 1,
} CvnRegisterListProperty;

static GParamSpec *properties[PROP_READY + 1];
guint              cvn_register_list_signals[CVN_REGISTER_LIST_N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnRegisterList, cvn_register_list, ADW_TYPE_BIN)

static gboolean
is_filtered (CvnRegisterList *self)
{
  return cvn_query_get_n_conditions (self->query) > 0 || cvn_query_get_search (self->query) != NULL;
}

static void
show_state (CvnRegisterList *self)
{
  guint       n = g_list_model_get_n_items (G_LIST_MODEL (self->records));
  const char *name;

  if (n > 0 && !self->laid_out)
    name = "blank";
  else if (n > 0)
    name = self->narrow ? "rows" : "table";
  else if (self->query == NULL || cvn_record_list_is_loading (self->records))
    name = self->patience_id == 0 && self->query != NULL ? "loading" : "blank";
  else
    name = is_filtered (self) ? "nothing" : "empty";
  gtk_stack_set_visible_child_name (self->stack, name);
}

static gboolean
patience_cb (gpointer data)
{
  CvnRegisterList *self = data;

  self->patience_id = 0;
  show_state (self);
  return G_SOURCE_REMOVE;
}

static void
update_actions (CvnRegisterList *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean   writable = cvn_centre_is_open (self->centre) && !cvn_centre_is_read_only (self->centre) && self->query != NULL;
  gboolean   one = cvn_register_list_get_selected (self) != NULL;
  gboolean   single = self->query != NULL && (cvn_query_get_kind (self->query)->flags & CVN_KIND_SINGLE) != 0;
  guint      n = g_list_model_get_n_items (G_LIST_MODEL (self->records));

  gtk_widget_action_set_enabled (widget, "register.add", writable && !(single && n > 0));
  gtk_widget_action_set_enabled (widget, "register.import", writable);
  gtk_widget_action_set_enabled (widget, "register.export", self->query != NULL);
  gtk_widget_action_set_enabled (widget, "register.open", one);
  gtk_widget_action_set_enabled (widget, "register.duplicate", one && writable && !single);
  gtk_widget_action_set_enabled (widget, "register.delete", one && writable);
}

static void
scroll_to (CvnRegisterList *self,
           guint            position)
{
  CvnGradualRows *shown = self->narrow ? self->narrow_rows : self->wide_rows;
  GtkWidget      *view = cvn_register_list_get_view (self);

  if (!self->laid_out)
    return;
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (shown)))
    cvn_gradual_rows_show_all (shown);
  /* The columns' list is the last child of their view; a list view is one itself. */
  if (GTK_IS_COLUMN_VIEW (view))
    view = gtk_widget_get_last_child (view);
  gtk_widget_activate_action (view, "list.scroll-to-item", "u", position);
}

static void
select_wanted (CvnRegisterList *self)
{
  guint position;

  if (self->wanted == 0 || !cvn_record_list_find_seq (self->records, self->wanted, &position))
    return;
  self->wanted = 0;
  gtk_single_selection_set_selected (self->selection, position);
  scroll_to (self, position);
}

static void
update_totals (CvnRegisterList *self)
{
  CvnTable        *sums = cvn_record_list_get_sums (self->records);
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (self->records));
  g_autofree char *count = cvn_register_totals_dup_count (n);
  g_autofree char *totals = NULL;

  if (sums != NULL && self->query != NULL)
    totals = cvn_register_totals_dup_sums (cvn_query_get_kind (self->query), sums, self->narrow ? 1 : 3);
  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->sums, totals != NULL ? totals : "");
}

static void
loading_cb (CvnRegisterList *self)
{
  if (cvn_record_list_is_loading (self->records))
    {
      if (self->patience_id == 0)
        self->patience_id = g_timeout_add (PATIENCE, patience_cb, self);
      return;
    }
  g_clear_handle_id (&self->patience_id, g_source_remove);
  show_state (self);
  update_totals (self);
  update_actions (self);
  select_wanted (self);
  if (self->ready)
    return;
  self->ready = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static void
failed_cb (CvnRegisterList *self,
           const char      *message)
{
  cvn_window_show_toast (GTK_WIDGET (self), message, FALSE);
}

/* Only the view that is seen has rows: GTK makes two hundred of them whatever is visible. Before the list has a width there are
 * none: they would be made for the first frame, or for the wrong view, or below a form that covers them. */
static void
attach_model (CvnRegisterList *self)
{
  cvn_register_table_set_model (self->table, GTK_SELECTION_MODEL (self->wide_rows));
  cvn_register_rows_set_model (self->rows, GTK_SELECTION_MODEL (self->narrow_rows));
  if (self->laid_out)
    {
      cvn_gradual_rows_stop (self->narrow ? self->wide_rows : self->narrow_rows);
      cvn_gradual_rows_start (self->narrow ? self->narrow_rows : self->wide_rows);
    }
  gtk_widget_set_visible (self->columns_button, !self->narrow);
  adw_button_content_set_label (self->add_content, self->narrow ? "" : _("_Add"));
}

static gboolean
layout_cb (gpointer data)
{
  CvnRegisterList *self = data;
  gboolean         narrow = gtk_widget_get_width (GTK_WIDGET (self)) < NARROW;
  guint            selected = gtk_single_selection_get_selected (self->selection);
  gboolean         focused = cvn_register_list_has_focus (self);

  self->layout_id = 0;
  if (narrow == self->narrow && self->laid_out)
    return G_SOURCE_REMOVE;
  self->narrow = narrow;
  self->laid_out = TRUE;
  attach_model (self);
  show_state (self);
  update_totals (self);
  if (selected != GTK_INVALID_LIST_POSITION)
    scroll_to (self, selected);
  /* The keyboard goes along from the one view to the other. */
  if (focused)
    cvn_register_list_focus_rows (self);
  return G_SOURCE_REMOVE;
}

static void
cvn_register_list_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  /* It becomes narrow once it has a width, which it does not get as long as a form covers it: the window need not grow for that. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, LEAST);
}

static void
cvn_register_list_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  CvnRegisterList *self = CVN_REGISTER_LIST (widget);
  int              least;

  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), MAX (width, least), height, baseline, NULL);
  if (self->context_menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->context_menu));
  /* Children must not come and go while sizes are handed out. */
  if (((width < NARROW) != self->narrow || !self->laid_out) && self->layout_id == 0)
    self->layout_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, layout_cb, self, NULL);
}

static void
query_changed (CvnRegisterList *self)
{
  gboolean descending;
  int      sort = cvn_query_get_sort (self->query, &descending);

  cvn_register_table_set_sort (self->table, sort, descending);
  cvn_register_list_show_sort (self);
  cvn_register_chips_set_query (self->chips, self->centre, self->query);
  cvn_register_filter_set_query (self->filter, self->centre, self->query);
  cvn_record_list_set_query (self->records, self->query);
  show_state (self);
  update_actions (self);
  g_signal_emit (self, cvn_register_list_signals[CVN_REGISTER_LIST_QUERY_CHANGED], 0);
}

/** cvn_register_list_sort: for the list itself: orders the rows by the field at this place; -1 for none. */
void
cvn_register_list_sort (CvnRegisterList *self,
                        int              field,
                        gboolean         descending)
{
  const CvnKind *kind = cvn_query_get_kind (self->query);

  cvn_query_set_sort (self->query, field >= 0 ? kind->fields[field].name : NULL, descending);
  query_changed (self);
}

static void
search_changed_cb (CvnRegisterList *self)
{
  if (self->setting || self->query == NULL ||
      g_strcmp0 (gtk_editable_get_text (self->search), cvn_query_get_search (self->query)) == 0)
    return;
  cvn_query_set_search (self->query, gtk_editable_get_text (self->search));
  query_changed (self);
}

static void
filter_changed_cb (CvnRegisterList *self)
{
  g_autoptr (CvnQuery) query = cvn_query_copy (cvn_register_filter_get_query (self->filter));

  cvn_query_set_search (query, cvn_query_get_search (self->query));
  cvn_query_free (self->query);
  self->query = g_steal_pointer (&query);
  query_changed (self);
}

static void
chip_removed_cb (CvnRegisterList *self,
                 guint            field)
{
  cvn_query_clear_field (self->query, cvn_query_get_kind (self->query)->fields[field].name);
  query_changed (self);
}

static void
columns_changed_cb (CvnRegisterList *self)
{
  g_autoptr (GArray) fields = cvn_register_columns_dup_fields (self->columns);
  const CvnKind *kind = cvn_query_get_kind (self->query);
  gboolean       descending;
  int            sort = cvn_query_get_sort (self->query, &descending);

  cvn_register_fields_save (kind, fields);
  cvn_register_table_set_model (self->table, NULL);
  cvn_register_table_set_kind (self->table, kind, fields);
  cvn_register_table_set_sort (self->table, sort, descending);
  cvn_register_list_show_sort (self);
  attach_model (self);
}

static gboolean
drop_cb (CvnRegisterList *self,
         const GValue    *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL || self->query == NULL || cvn_centre_is_read_only (self->centre))
    return FALSE;
  g_signal_emit (self, cvn_register_list_signals[CVN_REGISTER_LIST_IMPORT], 0, files->data);
  return TRUE;
}

static void
cvn_register_list_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch ((CvnRegisterListProperty) id)
    {
    case PROP_READY:
      g_value_set_boolean (value, CVN_REGISTER_LIST (object)->ready);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cvn_register_list_dispose (GObject *object)
{
  CvnRegisterList *self = CVN_REGISTER_LIST (object);

  g_clear_handle_id (&self->layout_id, g_source_remove);
  g_clear_handle_id (&self->focus_id, g_source_remove);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_pointer (&self->context_menu, gtk_widget_unparent);
  cvn_register_list_clear_sort (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CVN_TYPE_REGISTER_LIST);
  g_clear_object (&self->wide_rows);
  g_clear_object (&self->narrow_rows);
  g_clear_object (&self->selection);
  g_clear_object (&self->records);
  g_clear_object (&self->centre);
  g_clear_pointer (&self->query, cvn_query_free);
  G_OBJECT_CLASS (cvn_register_list_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CvnRegisterList, search);
  gtk_widget_class_bind_template_child (widget_class, CvnRegisterList, filter);
  gtk_widget_class_bind_template_child (widget_class, CvnRegisterList, sort_button);
  gtk_widget_class_bind_template_child (widget_class, CvnRegisterList, columns_button);
  gtk_widget_class_bind_template_child (widget_class, CvnRegisterList, columns);
  gtk_widget_class_bind_template_child (widget_class, CvnRegisterList, add_content);
  gtk_widget_class_bind_template_child (widget_class, CvnRegisterList, chips);
  gtk_widget_class_bind_template_child (widget_class, CvnRegisterList, stack);
  gtk_widget_class_bind_template_child (widget_class, CvnRegisterList, table);
  gtk_widget_class_bind_template_child (widget_class, CvnRegisterList, rows);
  gtk_widget_class_bind_template_child (widget_class, CvnRegisterList, empty);
  gtk_widget_class_bind_template_child (widget_class, CvnRegisterList, empty_add);
  gtk_widget_class_bind_template_child (widget_class, CvnRegisterList, count);
  gtk_widget_class_bind_template_child (widget_class, CvnRegisterList, sums);
  gtk_widget_class_bind_template_child (widget_class, CvnRegisterList, row_menu);
}

static void
cvn_register_list_class_init (CvnRegisterListClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cvn_register_list_get_property;
  object_class->dispose = cvn_register_list_dispose;
  widget_class->measure = cvn_register_list_measure;
  widget_class->size_allocate = cvn_register_list_size_allocate;

  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  cvn_register_list_signals[CVN_REGISTER_LIST_OPEN] = g_signal_new ("open", CVN_TYPE_REGISTER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CVN_TYPE_ROW);
  cvn_register_list_signals[CVN_REGISTER_LIST_ADD] = g_signal_new ("add", CVN_TYPE_REGISTER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  cvn_register_list_signals[CVN_REGISTER_LIST_DUPLICATE] = g_signal_new ("duplicate", CVN_TYPE_REGISTER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CVN_TYPE_ROW);
  cvn_register_list_signals[CVN_REGISTER_LIST_IMPORT] = g_signal_new ("import", CVN_TYPE_REGISTER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
  cvn_register_list_signals[CVN_REGISTER_LIST_EXPORT] = g_signal_new ("export", CVN_TYPE_REGISTER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  cvn_register_list_signals[CVN_REGISTER_LIST_QUERY_CHANGED] = g_signal_new ("query-changed", CVN_TYPE_REGISTER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  cvn_register_list_install_actions (widget_class);
  g_type_ensure (CVN_TYPE_REGISTER_CHIPS);
  g_type_ensure (CVN_TYPE_REGISTER_COLUMNS);
  g_type_ensure (CVN_TYPE_REGISTER_FILTER);
  g_type_ensure (CVN_TYPE_REGISTER_ROWS);
  g_type_ensure (CVN_TYPE_REGISTER_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/convenant/Convenant/ui/registers/cvn-register-list.ui");
  bind_children (widget_class);
}

static void
enter_cb (CvnRegisterList *self,
          guint            position)
{
  self->entered = TRUE;
  cvn_register_list_activate (self, position);
  self->entered = FALSE;
}

static void
cvn_register_list_init (CvnRegisterList *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  /* The list looks at its width itself. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_button_content_set_use_underline (self->add_content, TRUE);
  cvn_register_list_add_gestures (self);
  cvn_register_list_add_sort (self);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns, "changed", G_CALLBACK (columns_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chips, "removed", G_CALLBACK (chip_removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "sorted", G_CALLBACK (cvn_register_list_sort), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "activated", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
}

/** cvn_register_list_new: a list of records of @centre; it shows nothing until it gets a kind or a query. */
GtkWidget *
cvn_register_list_new (CvnCentre *centre)
{
  CvnRegisterList *self = g_object_new (CVN_TYPE_REGISTER_LIST, NULL);

  self->centre = g_object_ref (centre);
  self->records = cvn_record_list_new (centre);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->records)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->wide_rows = cvn_gradual_rows_new (GTK_SELECTION_MODEL (self->selection));
  self->narrow_rows = cvn_gradual_rows_new (GTK_SELECTION_MODEL (self->selection));
  cvn_register_list_keep_focus (self);
  cvn_register_table_set_list (self->table, self->records);
  cvn_register_rows_set_list (self->rows, self->records);
  g_signal_connect_object (self->records, "notify::loading", G_CALLBACK (loading_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->records, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::read-only", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  attach_model (self);
  update_actions (self);
  return GTK_WIDGET (self);
}

/** cvn_register_list_set_kind: shows all records of @kind. */
void
cvn_register_list_set_kind (CvnRegisterList *self,
                            const CvnKind   *kind)
{
  g_autoptr (CvnQuery) query = cvn_query_new (kind);

  cvn_register_list_set_query (self, query);
}

static void
show_kind (CvnRegisterList *self,
           const CvnKind   *kind)
{
  g_autoptr (GArray) fields = cvn_register_fields_load (kind);
  g_autofree char *title = g_strdup_printf (_("No %s Yet"), _(kind->label_plural));

  cvn_register_table_set_model (self->table, NULL);
  cvn_register_rows_set_model (self->rows, NULL);
  cvn_register_table_set_kind (self->table, kind, fields);
  cvn_register_rows_set_kind (self->rows, kind);
  cvn_register_columns_set_fields (self->columns, kind, fields);
  adw_status_page_set_icon_name (self->empty, kind->icon);
  adw_status_page_set_title (self->empty, title);
  gtk_button_set_label (self->empty_add, _(kind->label_add));
  cvn_tooltip_set (gtk_widget_get_ancestor (GTK_WIDGET (self->add_content), GTK_TYPE_BUTTON), _(kind->label_add));
  self->ready = FALSE;
}

/** cvn_register_list_set_query: shows what @query, copied, finds. */
void
cvn_register_list_set_query (CvnRegisterList *self,
                             const CvnQuery  *query)
{
  gboolean other = self->query == NULL || cvn_query_get_kind (self->query) != cvn_query_get_kind (query);

  if (other)
    show_kind (self, cvn_query_get_kind (query));
  g_clear_pointer (&self->query, cvn_query_free);
  self->query = cvn_query_copy (query);
  self->setting = TRUE;
  gtk_editable_set_text (self->search, cvn_query_get_search (query) != NULL ? cvn_query_get_search (query) : "");
  self->setting = FALSE;
  query_changed (self);
  if (other)
    attach_model (self);
}

/** cvn_register_list_get_query: what is listed, owned by the list; NULL at first. */
const CvnQuery *
cvn_register_list_get_query (CvnRegisterList *self)
{
  return self->query;
}

/** cvn_register_list_get_kind: the kind of what is listed; NULL at first. */
const CvnKind *
cvn_register_list_get_kind (CvnRegisterList *self)
{
  return self->query != NULL ? cvn_query_get_kind (self->query) : NULL;
}

/** cvn_register_list_get_records: the rows, owned by the list. */
CvnRecordList *
cvn_register_list_get_records (CvnRegisterList *self)
{
  return self->records;
}

/** cvn_register_list_select_seq: selects the record stored at @seq and brings it into view, now or when it is listed. */
void
cvn_register_list_select_seq (CvnRegisterList *self,
                              gint64           seq)
{
  self->wanted = seq;
  if (!cvn_record_list_is_loading (self->records))
    select_wanted (self);
}

/** cvn_register_list_focus_search: puts the cursor in the search entry. */
void
cvn_register_list_focus_search (CvnRegisterList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/** cvn_register_list_is_entered: while a row is being opened: whether that is by Enter, so that the keyboard is to go to its form. */
gboolean
cvn_register_list_is_entered (CvnRegisterList *self)
{
  return self->entered;
}

/** cvn_register_list_is_ready: whether the list of this kind has been read for the first time. */
gboolean
cvn_register_list_is_ready (CvnRegisterList *self)
{
  return self->ready;
}
