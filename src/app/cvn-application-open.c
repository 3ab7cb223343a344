/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-application-open"

#include "cvn-application-private.h"
#include "cvn-dialogs.h"
#include "cvn-import-job.h"
#include "cvn-new-centre.h"
#include "cvn-places.h"
#include "cvn-store.h"

#include <glib/gi18n-lib.h>

static void
begin (CvnApplication *self,
       const char     *path)
{
  g_autofree char *copy = g_strdup (path);

  g_free (self->path);
  self->path = g_steal_pointer (&copy);
  self->n_opening++;
  g_application_hold (G_APPLICATION (self));
}

static void
tell_error (CvnApplication *self,
            const GError   *error)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *heading = g_strdup_printf (_("“%s” Cannot Be Opened"), name);
  g_autofree char *body = g_strdup_printf ("%s\n\n%s", error->message, _("The file was left as it is."));

  cvn_dialogs_tell (GTK_WINDOW (self->window), heading, body);
}

/* Ends what begin() began; @error is NULL when the file is open. */
static void
end (CvnApplication *self,
     const GError   *error)
{
  self->n_opening--;
  if (self->window != NULL && error != NULL)
    {
      if (cvn_centre_is_open (self->centre))
        tell_error (self, error);
      else
        cvn_window_show_error (self->window, self->path, error);
    }
  if (error == NULL)
    g_settings_set_string (self->settings, "last-file", self->path);
  cvn_application_present_when_ready (self);
  g_application_release (G_APPLICATION (self));
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (CvnApplication) self = data;
  g_autoptr (GError) error = NULL;

  if (self->centre == NULL)
    {
      g_application_release (G_APPLICATION (self));
      return;
    }
  cvn_centre_open_finish (CVN_CENTRE (source), result, &error);
  end (self, error);
}

/** cvn_application_open: opens @path in the window; one that cannot be opened is said to be, and left as it is. */
void
cvn_application_open (CvnApplication *self,
                      const char     *path)
{
  begin (self, path);
  cvn_centre_open_async (self->centre, self->path, FALSE, NULL, opened_cb, g_object_ref (self));
}

/** cvn_application_open_default: opens the last file, or one of the person's own, if there is any. */
void
cvn_application_open_default (CvnApplication *self)
{
  g_autofree char *path = cvn_places_dup_default_file (self->settings);

  if (path != NULL)
    cvn_application_open (self, path);
}

static void
set_up_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (CvnApplication) self = data;
  g_autoptr (GError) error = NULL;

  if (cvn_centre_finish (CVN_CENTRE (source), result, &error) < 0 && self->window != NULL)
    cvn_window_show_toast (GTK_WIDGET (self->window), error->message, FALSE);
  if (self->centre != NULL)
    end (self, NULL);
  else
    g_application_release (G_APPLICATION (self));
}

typedef struct
{
  CvnApplication *application;
  CvnChangeSet   *changes;
} Creation;

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autofree Creation *creation = data;
  g_autoptr (CvnApplication) self = creation->application;
  g_autoptr (CvnChangeSet) changes = creation->changes;
  g_autoptr (GError) error = NULL;

  if (self->centre == NULL)
    g_application_release (G_APPLICATION (self));
  else if (!cvn_centre_open_finish (CVN_CENTRE (source), result, &error))
    end (self, error);
  else
    cvn_centre_apply_async (self->centre, changes, NULL, set_up_cb, g_object_ref (self));
}

/** cvn_application_create: makes a centre called @name in the person's data folder, with @municipalities, and opens it. */
void
cvn_application_create (CvnApplication    *self,
                        const char        *name,
                        const char *const *municipalities)
{
  g_autofree char *path = cvn_places_dup_own_file (name);
  Creation        *creation = g_new0 (Creation, 1);

  creation->application = g_object_ref (self);
  creation->changes = cvn_new_centre_build (name, municipalities);
  begin (self, path);
  cvn_centre_open_async (self->centre, self->path, TRUE, NULL, created_cb, creation);
}

typedef struct
{
  CvnApplication *application;
  GFile          *source; /* folder of files that it is imported from */
  CvnStore       *store;  /* NULL until it has been opened */
} Sample;

static void
free_sample (Sample *sample)
{
  g_object_unref (sample->application);
  g_object_unref (sample->source);
  g_clear_object (&sample->store);
  g_free (sample);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sample, free_sample)

static void
sample_imported_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  g_autoptr (Sample) sample = data;
  CvnApplication *self = sample->application;
  g_autoptr (GError) error = NULL;

  if (self->centre == NULL)
    {
      cvn_store_close (sample->store);
      g_application_release (G_APPLICATION (self));
    }
  else if (!cvn_import_job_run_finish (CVN_IMPORT_JOB (source), result, &error))
    {
      cvn_store_close (sample->store);
      end (self, error);
    }
  else
    {
      cvn_centre_take_store (self->centre, g_steal_pointer (&sample->store));
      end (self, NULL);
    }
}

static void
sample_opened_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (Sample) sample = data;
  CvnApplication *self = sample->application;
  CvnStore       *store;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnImportJob) job = NULL;

  sample->store = cvn_store_open_finish (result, &error);
  store = sample->store;
  if (store == NULL)
    {
      end (self, error);
      return;
    }
  if (cvn_store_is_read_only (store) || cvn_store_get_last_no (store) > 0)
    {
      cvn_centre_take_store (self->centre, g_steal_pointer (&sample->store));
      end (self, NULL);
      return;
    }
  /* New, or left behind empty: the import is all or nothing. */
  job = cvn_import_job_new (sample->source);
  cvn_import_job_run_async (job, store, NULL, sample_imported_cb, g_steal_pointer (&sample));
}

/** cvn_application_open_sample: opens a sample, the centre or the programme, which is imported when it is opened for the first time. */
void
cvn_application_open_sample (CvnApplication *self,
                             CvnSample       which)
{
  g_autofree char *path = cvn_places_dup_sample_file (which);
  Sample          *sample = g_new0 (Sample, 1);

  sample->application = g_object_ref (self);
  sample->source = cvn_places_get_sample_source (which);
  begin (self, path);
  cvn_store_open_async (path, CVN_STORE_CREATE, g_get_user_name (), NULL, sample_opened_cb, sample);
}
