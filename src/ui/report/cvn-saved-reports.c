/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-saved-reports"

#include "cvn-saved-reports.h"

#include <gio/gio.h>

#define KEY "saved-reports"

/** cvn_saved_report_free: frees it. */
void
cvn_saved_report_free (CvnSavedReport *self)
{
  g_free (self->name);
  g_free (self->report);
  g_free (self->record);
  g_free (self->language);
  g_free (self);
}

/** cvn_saved_reports_load: (transfer full) (element-type CvnSavedReport): what was kept, the oldest first. */
GPtrArray *
cvn_saved_reports_load (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.convenant.Convenant");
  g_autoptr (GVariant) all = g_settings_get_value (settings, KEY);
  GPtrArray   *saved = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_saved_report_free);
  GVariantIter iter;
  const char  *name;
  const char  *report;
  const char  *record;
  const char  *language;

  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "(&s&s&s&s)", &name, &report, &record, &language))
    {
      CvnSavedReport *one = g_new0 (CvnSavedReport, 1);

      *one = (CvnSavedReport){ g_strdup (name), g_strdup (report), g_strdup (record), g_strdup (language) };
      g_ptr_array_add (saved, one);
    }
  return saved;
}

static void
store (GPtrArray *saved)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.convenant.Convenant");
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ssss)"));
  for (guint i = 0; i < saved->len; i++)
    {
      const CvnSavedReport *one = saved->pdata[i];

      g_variant_builder_add (&builder, "(ssss)", one->name, one->report, one->record, one->language);
    }
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

static void
drop (GPtrArray  *saved,
      const char *name)
{
  for (guint i = saved->len; i-- > 0;)
    if (g_str_equal (((CvnSavedReport *) saved->pdata[i])->name, name))
      g_ptr_array_remove_index (saved, i);
}

/** cvn_saved_reports_put: keeps a choice under @name, in the place of another of that name. */
void
cvn_saved_reports_put (const char *name,
                       const char *report,
                       const char *record,
                       const char *language)
{
  g_autoptr (GPtrArray) saved = cvn_saved_reports_load ();
  CvnSavedReport *one = g_new0 (CvnSavedReport, 1);

  drop (saved, name);
  *one = (CvnSavedReport){ g_strdup (name), g_strdup (report), g_strdup (record), g_strdup (language) };
  g_ptr_array_add (saved, one);
  store (saved);
}

/** cvn_saved_reports_remove: forgets what is kept under @name. */
void
cvn_saved_reports_remove (const char *name)
{
  g_autoptr (GPtrArray) saved = cvn_saved_reports_load ();

  drop (saved, name);
  store (saved);
}
