/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-import-columns"

#include "cvn-import-columns.h"

#include "cvn-import-sample.h"

#include <glib/gi18n-lib.h>

/* Values shown below the heading of a column. */
#define MAX_SAMPLES 3

struct _CvnImportColumns
{
  AdwBin parent_instance;

  CvnCsvMapping *mapping;
  GPtrArray     *choices; /* of GtkDropDown, a column each */
  gboolean       setting;
};

typedef enum {
  CHANGED,
  N_SIGNALS,
} CvnImportColumnsSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnImportColumns, cvn_import_columns, ADW_TYPE_BIN)

static void
cvn_import_columns_finalize (GObject *object)
{
  CvnImportColumns *self = CVN_IMPORT_COLUMNS (object);

  g_clear_pointer (&self->mapping, cvn_csv_mapping_free);
  g_ptr_array_unref (self->choices);
  G_OBJECT_CLASS (cvn_import_columns_parent_class)->finalize (object);
}

static void
cvn_import_columns_class_init (CvnImportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cvn_import_columns_finalize;

  signals[CHANGED] = g_signal_new ("changed", CVN_TYPE_IMPORT_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_import_columns_init (CvnImportColumns *self)
{
  self->choices = g_ptr_array_new ();
}

/* The first entry leaves the column out. */
static void
show_mapping (CvnImportColumns *self)
{
  self->setting = TRUE;
  for (guint i = 0; i < self->choices->len; i++)
    gtk_drop_down_set_selected (g_ptr_array_index (self->choices, i), (guint) (cvn_csv_mapping_get_column (self->mapping, i)->field + 1));
  self->setting = FALSE;
}

static void
chosen_cb (CvnImportColumns *self,
           GParamSpec       *pspec,
           GtkDropDown      *choice)
{
  guint column;
  int   field = (int) gtk_drop_down_get_selected (choice) - 1;

  if (self->setting || !g_ptr_array_find (self->choices, choice, &column))
    return;
  cvn_csv_mapping_set_field (self->mapping, column, field, cvn_csv_mapping_get_column (self->mapping, column)->cents);
  show_mapping (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static char *
dup_samples (const CvnImportPreview *preview,
             guint                   column)
{
  GString *samples = g_string_new (NULL);
  guint    n = 0;

  for (guint i = 0; i < preview->rows->len && n < MAX_SAMPLES; i++)
    {
      char           **row = g_ptr_array_index (preview->rows, i);
      g_autofree char *cell = NULL;

      if (column >= g_strv_length (row) || *row[column] == '\0')
        continue;
      cell = cvn_import_sample_dup_cell (row[column], cvn_csv_mapping_get_column (preview->mapping, column)->heading);
      if (n++ > 0)
        g_string_append (samples, " · ");
      g_string_append (samples, cell);
    }
  return g_string_free (samples, FALSE);
}

static GtkWidget *
make_row (CvnImportColumns       *self,
          const CvnImportPreview *preview,
          guint                   column,
          GListModel             *fields)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *choice = gtk_drop_down_new (g_object_ref (fields), gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  g_autofree char *samples = dup_samples (preview, column);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), cvn_csv_mapping_get_column (self->mapping, column)->heading);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), samples);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), TRUE);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row, NULL, -1);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  g_ptr_array_add (self->choices, choice);
  return row;
}

/** cvn_import_columns_new: the columns of @preview, which must have a mapping. */
GtkWidget *
cvn_import_columns_new (const CvnImportPreview *preview)
{
  CvnImportColumns *self = g_object_new (CVN_TYPE_IMPORT_COLUMNS, NULL);
  GtkWidget        *group = adw_preferences_group_new ();
  const CvnKind    *kind = cvn_csv_mapping_get_kind (preview->mapping);
  g_autoptr (GtkStringList) fields = gtk_string_list_new (NULL);

  self->mapping = cvn_csv_mapping_copy (preview->mapping);
  gtk_string_list_append (fields, _("Leave Out"));
  for (guint i = 0; i < kind->n_fields; i++)
    gtk_string_list_append (fields, _(kind->fields[i].label));
  self->setting = TRUE;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Columns"));
  for (guint i = 0; i < cvn_csv_mapping_get_n_columns (self->mapping); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (self, preview, i, G_LIST_MODEL (fields)));
  show_mapping (self);
  adw_bin_set_child (ADW_BIN (self), group);
  return GTK_WIDGET (self);
}

/** cvn_import_columns_get_mapping: what the person chose, owned by the widget. */
const CvnCsvMapping *
cvn_import_columns_get_mapping (CvnImportColumns *self)
{
  return self->mapping;
}
