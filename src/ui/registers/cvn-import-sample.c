/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-import-sample"

#include "cvn-import-sample.h"

#include "cvn-bsn.h"

#include <glib/gi18n-lib.h>

#define MAX_ROWS 5

/* Widths of a column, in characters. */
#define NARROWEST 6
#define WIDEST    28

struct _CvnImportSample
{
  AdwBin parent_instance;

  GPtrArray         *rows; /* of GStrv */
  GtkScrolledWindow *scrolled;
};

G_DEFINE_FINAL_TYPE (CvnImportSample, cvn_import_sample, ADW_TYPE_BIN)

static void
cvn_import_sample_finalize (GObject *object)
{
  g_ptr_array_unref (CVN_IMPORT_SAMPLE (object)->rows);
  G_OBJECT_CLASS (cvn_import_sample_parent_class)->finalize (object);
}

static void
cvn_import_sample_class_init (CvnImportSampleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cvn_import_sample_finalize;
}

static void
cvn_import_sample_init (CvnImportSample *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_widget_add_css_class (GTK_WIDGET (self->scrolled), "card");
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("First Rows"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->scrolled));
  adw_bin_set_child (ADW_BIN (self), group);
}

/** cvn_import_sample_dup_cell: (transfer full): a cell of a file as it may be shown: without a citizen service number. */
char *
cvn_import_sample_dup_cell (const char *text,
                            const char *heading)
{
  char *masked = NULL;

  if (cvn_bsn_scan (text, heading, &masked) != CVN_BSN_NONE && masked != NULL)
    return masked;
  g_free (masked);
  return g_strdup (text);
}

static const char *
get_cell (CvnImportSample *self,
          guint            row,
          guint            column)
{
  char **cells = g_ptr_array_index (self->rows, row);

  return column < g_strv_length (cells) ? cells[column] : "";
}

static int
find_width (CvnImportSample *self,
            guint            column,
            const char      *title)
{
  glong width = g_utf8_strlen (title, -1);

  for (guint i = 0; i < self->rows->len; i++)
    width = MAX (width, g_utf8_strlen (get_cell (self, i, column), -1));
  return (int) CLAMP (width, NARROWEST, WIDEST);
}

static GtkWidget *
make_cell (const char *text,
           int         width,
           gboolean    number)
{
  GtkWidget *cell = gtk_inscription_new (text);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), (guint) width);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), (guint) width);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), number ? 1.0f : 0.0f);
  if (number)
    gtk_widget_add_css_class (cell, "numeric");
  return cell;
}

static void
add_column (CvnImportSample    *self,
            GtkGrid            *grid,
            const CvnCsvColumn *source,
            guint               column,
            const CvnField     *field,
            int                 place)
{
  const char *title = _(field->label);
  int         width = find_width (self, column, title);
  gboolean    number = cvn_field_is_integer (field);
  GtkWidget  *heading = make_cell (title, width, number);

  gtk_widget_add_css_class (heading, "heading");
  gtk_grid_attach (grid, heading, place, 0, 1, 1);
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *text = cvn_import_sample_dup_cell (get_cell (self, i, column), source->heading);

      gtk_grid_attach (grid, make_cell (text, width, number), place, (int) i + 1, 1, 1);
    }
}

/** cvn_import_sample_set_mapping: shows the columns that @mapping takes in, below the names of their fields. */
void
cvn_import_sample_set_mapping (CvnImportSample     *self,
                               const CvnCsvMapping *mapping)
{
  GtkWidget     *grid = gtk_grid_new ();
  const CvnKind *kind = cvn_csv_mapping_get_kind (mapping);
  int            place = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_add_css_class (grid, "cvn-import-sample");
  for (guint i = 0; i < cvn_csv_mapping_get_n_columns (mapping); i++)
    {
      const CvnCsvColumn *column = cvn_csv_mapping_get_column (mapping, i);

      if (column->field >= 0)
        add_column (self, GTK_GRID (grid), column, i, &kind->fields[column->field], place++);
    }
  gtk_scrolled_window_set_child (self->scrolled, grid);
  gtk_widget_set_visible (GTK_WIDGET (self), place > 0 && self->rows->len > 0);
}

/** cvn_import_sample_new: the first rows of @preview, which must have a mapping. */
GtkWidget *
cvn_import_sample_new (const CvnImportPreview *preview)
{
  CvnImportSample *self = g_object_new (CVN_TYPE_IMPORT_SAMPLE, NULL);

  for (guint i = 0; i < preview->rows->len && i < MAX_ROWS; i++)
    g_ptr_array_add (self->rows, g_strdupv (g_ptr_array_index (preview->rows, i)));
  cvn_import_sample_set_mapping (self, preview->mapping);
  return GTK_WIDGET (self);
}
