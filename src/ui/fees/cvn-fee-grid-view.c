/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-fee-grid-view"

#include "cvn-fee-grid-view-private.h"

#include "cvn-month.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

/* After the months: the year, and the year before. */
#define COLUMN_TOTAL     CVN_FEE_N_MONTHS
#define COLUMN_LAST_YEAR (CVN_FEE_N_MONTHS + 1)
#define N_COLUMNS        (CVN_FEE_N_MONTHS + 2)

/* Above the cells. */
#define N_HEADER_ROWS 1

static guint told_signal;

G_DEFINE_FINAL_TYPE (CvnFeeGridView, cvn_fee_grid_view, GTK_TYPE_WIDGET)

/* Says @message below the grid. */
void
cvn_fee_grid_view_tell (CvnFeeGridView *self,
                        const char     *message,
                        gboolean        is_error)
{
  g_signal_emit (self, told_signal, 0, message, is_error);
}

/* The cell that the focus is or was on; NULL in an empty grid. */
CvnCountCell *
cvn_fee_grid_view_current (CvnFeeGridView *self)
{
  guint place = self->row * CVN_FEE_N_MONTHS + self->column;

  return place < self->cells->len ? self->cells->pdata[place] : NULL;
}

/* Marks what would be copied; a single cell has the focus and needs no mark. */
void
cvn_fee_grid_view_show_selection (CvnFeeGridView *self)
{
  guint    top = MIN (self->row, self->other_row);
  guint    bottom = MAX (self->row, self->other_row);
  guint    left = MIN (self->column, self->other_column);
  guint    right = MAX (self->column, self->other_column);
  gboolean several = top != bottom || left != right;

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint row = i / CVN_FEE_N_MONTHS;
      guint column = i % CVN_FEE_N_MONTHS;

      cvn_count_cell_set_selected (self->cells->pdata[i], several && row >= top && row <= bottom && column >= left && column <= right);
    }
}

static GtkWidget *
make_label (const char *text,
            float       xalign,
            const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", xalign, NULL);

  gtk_widget_add_css_class (label, "cvn-grid-label");
  if (xalign > 0)
    gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Puts a name into the column that stays, as high as the row of its numbers. */
static void
add_name (CvnFeeGridView *self,
          guint           row,
          const char     *css_class)
{
  GtkSizeGroup *size = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);
  GtkWidget    *label = make_label ("", 0, css_class);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 11);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_grid_attach (GTK_GRID (self->names), label, 0, (int) row, 1, 1);
  gtk_size_group_add_widget (size, label);
  gtk_size_group_add_widget (size, gtk_grid_get_child_at (GTK_GRID (self->grid), 0, (int) row));
  g_ptr_array_add (self->sizes, size);
}

static GtkWidget *
make_month (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), make_label ("", 1, "heading"));
  return box;
}

static void
add_header (CvnFeeGridView *self)
{
  for (int column = 0; column < N_COLUMNS; column++)
    gtk_grid_attach (GTK_GRID (self->grid), column < CVN_FEE_N_MONTHS ? make_month () : make_label ("", 1, "heading"), column, 0, 1, 1);
  add_name (self, 0, "heading");
}

static void
add_sums (CvnFeeGridView *self,
          int             row,
          const char     *css_class)
{
  for (int column = 0; column < N_COLUMNS; column++)
    gtk_grid_attach (GTK_GRID (self->grid), make_label ("", 1, css_class), column, row, 1, 1);
  add_name (self, (guint) row, css_class);
}

static void
add_row (CvnFeeGridView *self,
         guint           row)
{
  int place = (int) row + N_HEADER_ROWS;

  for (guint month = 0; month < CVN_FEE_N_MONTHS; month++)
    {
      GtkWidget *cell = cvn_count_cell_new (row, month);

      gtk_grid_attach (GTK_GRID (self->grid), cell, (int) month, place, 1, 1);
      g_ptr_array_add (self->cells, cell);
    }
  gtk_grid_attach (GTK_GRID (self->grid), make_label ("", 1, "heading"), COLUMN_TOTAL, place, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), make_label ("", 1, "dim-label"), COLUMN_LAST_YEAR, place, 1, 1);
  add_name (self, row + N_HEADER_ROWS, NULL);
}

static void
remove_children (GtkWidget *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (grid)) != NULL)
    gtk_grid_remove (GTK_GRID (grid), child);
}

static void
rebuild (CvnFeeGridView *self)
{
  guint n = cvn_fee_sheet_get_n_rows (self->sheet);

  if (self->sizes->len > 0 && self->cells->len == n * CVN_FEE_N_MONTHS)
    return;
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->sizes, 0);
  remove_children (self->names);
  remove_children (self->grid);
  add_header (self);
  for (guint row = 0; row < n; row++)
    add_row (self, row);
  add_sums (self, (int) n + N_HEADER_ROWS, "heading");
  add_sums (self, (int) n + N_HEADER_ROWS + 1, "dim-label");
  self->row = self->column = self->other_row = self->other_column = 0;
}

static void
set_name (CvnFeeGridView *self,
          int             row,
          const char     *name)
{
  gtk_label_set_text (GTK_LABEL (gtk_grid_get_child_at (GTK_GRID (self->names), 0, row)), name);
}

static void
fill_month (CvnFeeGridView *self,
            guint           month)
{
  GtkWidget       *box = gtk_grid_get_child_at (GTK_GRID (self->grid), (int) month, 0);
  GtkWidget       *icon = gtk_widget_get_first_child (box);
  gint64           when = (gint64) cvn_fee_sheet_get_year (self->sheet) * CVN_FEE_N_MONTHS + month;
  g_autofree char *label = cvn_month_format_short (when, cvn_interface_language ());
  gboolean         missing = cvn_fee_sheet_is_missing (self->sheet, month);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), label);
  gtk_widget_set_visible (icon, missing);
  cvn_tooltip_set (box, missing ? _("There are no figures of this month yet") : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _("There are no figures of this month yet"), -1);
}

static void
fill_header (CvnFeeGridView *self)
{
  int              year = cvn_fee_sheet_get_year (self->sheet);
  g_autofree char *this_year = g_strdup_printf ("%d", year);
  g_autofree char *last_year = g_strdup_printf ("%d", year - 1);
  int              n = (int) cvn_fee_sheet_get_n_rows (self->sheet);

  for (guint month = 0; month < CVN_FEE_N_MONTHS; month++)
    fill_month (self, month);
  gtk_label_set_text (GTK_LABEL (gtk_grid_get_child_at (GTK_GRID (self->grid), COLUMN_TOTAL, 0)), this_year);
  gtk_label_set_text (GTK_LABEL (gtk_grid_get_child_at (GTK_GRID (self->grid), COLUMN_LAST_YEAR, 0)), last_year);
  set_name (self, 0, _("Municipality"));
  set_name (self, n + N_HEADER_ROWS, this_year);
  set_name (self, n + N_HEADER_ROWS + 1, last_year);
}

static void
fill_cell (CvnFeeGridView *self,
           CvnCountCell   *cell)
{
  guint            row = cvn_count_cell_get_row (cell);
  guint            month = cvn_count_cell_get_column (cell);
  gint64           value;
  gboolean         known = cvn_fee_sheet_get (self->sheet, row, month, &value);
  g_autofree char *text = known ? cvn_fee_sheet_format (self->sheet, value) : g_strdup ("");
  g_autofree char *where = cvn_fee_sheet_dup_cell_name (self->sheet, row, month);
  /* Translators: a cell of a grid and what is in it: "Leiden, March 2020, Researcher: 14". */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), where, known ? text : _("not known"));

  cvn_count_cell_set (cell, text, name);
}

static void
fill_sum (CvnFeeGridView *self,
          int             row,
          int             month,
          int             grid_row,
          int             column,
          gboolean        last_year)
{
  g_autofree char *text = cvn_fee_sheet_format (self->sheet, cvn_fee_sheet_sum (self->sheet, row, month, last_year));

  gtk_label_set_text (GTK_LABEL (gtk_grid_get_child_at (GTK_GRID (self->grid), column, grid_row)), text);
}

static void
fill_sums (CvnFeeGridView *self)
{
  int n = (int) cvn_fee_sheet_get_n_rows (self->sheet);

  for (int row = 0; row < n; row++)
    {
      set_name (self, row + N_HEADER_ROWS, cvn_fee_sheet_get_name (self->sheet, (guint) row));
      fill_sum (self, row, CVN_FEE_ALL, row + N_HEADER_ROWS, COLUMN_TOTAL, FALSE);
      fill_sum (self, row, CVN_FEE_ALL, row + N_HEADER_ROWS, COLUMN_LAST_YEAR, TRUE);
    }
  for (int month = 0; month < CVN_FEE_N_MONTHS; month++)
    {
      fill_sum (self, CVN_FEE_ALL, month, n + N_HEADER_ROWS, month, FALSE);
      fill_sum (self, CVN_FEE_ALL, month, n + N_HEADER_ROWS + 1, month, TRUE);
    }
  fill_sum (self, CVN_FEE_ALL, CVN_FEE_ALL, n + N_HEADER_ROWS, COLUMN_TOTAL, FALSE);
  fill_sum (self, CVN_FEE_ALL, CVN_FEE_ALL, n + N_HEADER_ROWS + 1, COLUMN_LAST_YEAR, TRUE);
}

/* What is typed belongs to one year, measure and group: it is not written elsewhere. */
static void
end_other_edit (CvnFeeGridView *self)
{
  CvnCountCell *cell = cvn_fee_grid_view_current (self);
  int           year = cvn_fee_sheet_get_year (self->sheet);
  const char   *group = cvn_fee_sheet_get_group (self->sheet);

  if (self->year == year && self->measure == cvn_fee_sheet_get_measure (self->sheet) && g_strcmp0 (self->group, group) == 0)
    return;
  if (cell != NULL)
    cvn_count_cell_end (cell);
  self->year = year;
  self->measure = cvn_fee_sheet_get_measure (self->sheet);
  g_free (self->group);
  self->group = g_strdup (group);
}

static void
changed_cb (CvnFeeGridView *self)
{
  rebuild (self);
  end_other_edit (self);
  fill_header (self);
  for (guint i = 0; i < self->cells->len; i++)
    fill_cell (self, self->cells->pdata[i]);
  fill_sums (self);
}

static gboolean
is_editing (CvnFeeGridView *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (cvn_count_cell_is_editing (self->cells->pdata[i]))
      return TRUE;
  return FALSE;
}

/* What could not be kept is there again to be mended, unless somebody types elsewhere by now. */
static void
failed_cb (CvnFeeGridView *self,
           const char     *message,
           int             place,
           const char     *typed)
{
  if (place >= 0 && (guint) place < self->cells->len && !is_editing (self))
    {
      self->row = self->other_row = (guint) place / CVN_FEE_N_MONTHS;
      self->column = self->other_column = (guint) place % CVN_FEE_N_MONTHS;
      cvn_fee_grid_view_show_selection (self);
      cvn_count_cell_begin (self->cells->pdata[place], typed);
      cvn_count_cell_set_wrong (self->cells->pdata[place], TRUE);
    }
  cvn_fee_grid_view_tell (self, message, TRUE);
}

/* Tab goes to the one cell that was used last, and from it out of the grid. */
static gboolean
cvn_fee_grid_view_focus (GtkWidget       *widget,
                         GtkDirectionType direction)
{
  CvnFeeGridView *self = CVN_FEE_GRID_VIEW (widget);
  CvnCountCell   *cell = cvn_fee_grid_view_current (self);

  if (gtk_widget_get_focus_child (widget) != NULL || cell == NULL)
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static void
cvn_fee_grid_view_dispose (GObject *object)
{
  CvnFeeGridView *self = CVN_FEE_GRID_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_ptr_array_set_size (self->cells, 0);
  g_clear_pointer (&self->names, gtk_widget_unparent);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->entry);
  g_clear_object (&self->sheet);
  G_OBJECT_CLASS (cvn_fee_grid_view_parent_class)->dispose (object);
}

static void
cvn_fee_grid_view_finalize (GObject *object)
{
  CvnFeeGridView *self = CVN_FEE_GRID_VIEW (object);

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->sizes);
  g_free (self->group);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (cvn_fee_grid_view_parent_class)->finalize (object);
}

static void
cvn_fee_grid_view_class_init (CvnFeeGridViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_fee_grid_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_fee_grid_view_finalize;
  widget_class->focus = cvn_fee_grid_view_focus;
  gtk_widget_class_set_css_name (widget_class, "feegrid");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  told_signal = g_signal_new ("told", CVN_TYPE_FEE_GRID_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
cvn_fee_grid_view_init (CvnFeeGridView *self)
{
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);

  self->cells = g_ptr_array_new ();
  self->sizes = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
  self->names = gtk_grid_new ();
  gtk_widget_add_css_class (self->names, "cvn-grid-names");
  gtk_widget_set_valign (self->names, GTK_ALIGN_START);
  gtk_widget_set_parent (self->names, GTK_WIDGET (self));
  self->grid = gtk_grid_new ();
  gtk_widget_set_hexpand (self->grid, TRUE);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), TRUE);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), self->grid);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), viewport);
  gtk_widget_set_hexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Municipalities by months"), -1);
  cvn_fee_grid_view_add_keys (self);
}

/** cvn_fee_grid_view_new: (transfer floating): shows @sheet and writes what is filled in. */
GtkWidget *
cvn_fee_grid_view_new (CvnFeeSheet *sheet)
{
  CvnFeeGridView *self = g_object_new (CVN_TYPE_FEE_GRID_VIEW, NULL);

  self->sheet = g_object_ref (sheet);
  self->entry = cvn_fee_entry_new (sheet);
  self->year = cvn_fee_sheet_get_year (sheet);
  g_signal_connect_object (sheet, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  if (cvn_fee_sheet_is_loaded (sheet))
    changed_cb (self);
  return GTK_WIDGET (self);
}

/** cvn_fee_grid_view_get_cell: the cell of a municipality and a month, 0 to 11; owned by the grid. */
GtkWidget *
cvn_fee_grid_view_get_cell (CvnFeeGridView *self,
                            guint           row,
                            guint           month)
{
  g_return_val_if_fail (month < CVN_FEE_N_MONTHS && row * CVN_FEE_N_MONTHS + month < self->cells->len, NULL);
  return self->cells->pdata[row * CVN_FEE_N_MONTHS + month];
}

/** cvn_fee_grid_view_get_sum: the label with the sum over a row or %CVN_FEE_ALL and a month or %CVN_FEE_ALL. */
GtkWidget *
cvn_fee_grid_view_get_sum (CvnFeeGridView *self,
                           int             row,
                           int             month)
{
  int n = (int) cvn_fee_sheet_get_n_rows (self->sheet);

  return gtk_grid_get_child_at (GTK_GRID (self->grid), month < 0 ? COLUMN_TOTAL : month, N_HEADER_ROWS + (row < 0 ? n : row));
}
