/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-import-columns"

#include "cvn-import-columns.h"

#include "cvn-import-sample.h"

#include <glib/gi18n-lib.h>

/* Values shown below the heading of a column. */
#define MAX_SAMPLES 3

/* A row has a list of all fields to choose from, which takes milliseconds to make. */
#define ROWS_PER_FRAME 2

struct _CvnImportColumns
{
  AdwBin parent_instance;

  CvnCsvMapping       *mapping;
  AdwPreferencesGroup *group;
  GtkStringList       *fields;  /* what a column may be */
  char               **samples; /* a text for each column */
  GPtrArray           *choices; /* of GtkDropDown, a column each, as far as they are made */
  gboolean             setting;
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
  g_strfreev (self->samples);
  g_object_unref (self->fields);
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
make_choice (CvnImportColumns *self,
             guint             column)
{
  GtkWidget *choice = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (self->fields)), gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), (guint) (cvn_csv_mapping_get_column (self->mapping, column)->field + 1));
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return choice;
}

static GtkWidget *
make_row (CvnImportColumns *self,
          guint             column)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *choice = make_choice (self, column);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), cvn_csv_mapping_get_column (self->mapping, column)->heading);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), self->samples[column]);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row, NULL, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  g_ptr_array_add (self->choices, choice);
  return row;
}

static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  CvnImportColumns *self = CVN_IMPORT_COLUMNS (widget);
  guint             n_columns = cvn_csv_mapping_get_n_columns (self->mapping);

  for (guint i = 0; i < ROWS_PER_FRAME && self->choices->len < n_columns; i++)
    adw_preferences_group_add (self->group, make_row (self, self->choices->len));
  return self->choices->len < n_columns ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static GtkStringList *
list_fields (const CvnKind *kind)
{
  GtkStringList *fields = gtk_string_list_new (NULL);

  gtk_string_list_append (fields, _("Leave Out"));
  for (guint i = 0; i < kind->n_fields; i++)
    gtk_string_list_append (fields, _(kind->fields[i].label));
  return fields;
}

/** cvn_import_columns_new: the columns of @preview, which must have a mapping. Their rows come a few with each frame once it is seen. */
GtkWidget *
cvn_import_columns_new (const CvnImportPreview *preview)
{
  CvnImportColumns *self = g_object_new (CVN_TYPE_IMPORT_COLUMNS, NULL);
  guint             n_columns = cvn_csv_mapping_get_n_columns (preview->mapping);

  self->mapping = cvn_csv_mapping_copy (preview->mapping);
  self->fields = list_fields (cvn_csv_mapping_get_kind (preview->mapping));
  self->samples = g_new0 (char *, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    self->samples[i] = dup_samples (preview, i);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Columns"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
  return GTK_WIDGET (self);
}

/** cvn_import_columns_get_mapping: what the person chose, owned by the widget. */
const CvnCsvMapping *
cvn_import_columns_get_mapping (CvnImportColumns *self)
{
  return self->mapping;
}
