//! Where things are. Addresses, once given, never change: they are all made here.

use course::{CourseSlug, LessonId, ModuleSlug, Step, SurveySlug, TestSlug};

/// The pages in one language.
#[derive(Clone)]
pub(crate) struct Address(String);

impl Address {
    pub(crate) fn new(lang: &str) -> Self {
        Self(format!("/{lang}"))
    }

    pub(crate) fn catalogue(&self) -> String {
        format!("{}/", self.0)
    }

    /// A page right under the language: `home`, `sign-in`, `help` …
    pub(crate) fn page(&self, name: &str) -> String {
        format!("{}/{name}", self.0)
    }

    pub(crate) fn course(&self, slug: &CourseSlug) -> String {
        format!("{}/courses/{slug}", self.0)
    }

    pub(crate) fn search(&self, slug: &CourseSlug) -> String {
        format!("{}/search", self.course(slug))
    }

    pub(crate) fn glossary(&self, slug: &CourseSlug) -> String {
        format!("{}/glossary", self.course(slug))
    }

    pub(crate) fn module(&self, slug: &CourseSlug, module: &ModuleSlug) -> String {
        format!("{}/{module}", self.course(slug))
    }

    pub(crate) fn lesson(&self, slug: &CourseSlug, module: &ModuleSlug, lesson: &LessonId) -> String {
        format!("{}/{lesson}", self.module(slug, module))
    }

    pub(crate) fn test(&self, slug: &CourseSlug, test: &TestSlug) -> String {
        format!("{}/tests/{test}", self.course(slug))
    }

    pub(crate) fn attempt(&self, slug: &CourseSlug, test: &TestSlug, id: store::AttemptId) -> String {
        format!("{}/{id}", self.test(slug, test))
    }

    pub(crate) fn certificate(&self, slug: &CourseSlug) -> String {
        format!("{}/certificate", self.course(slug))
    }

    pub(crate) fn survey(&self, slug: &CourseSlug, survey: &SurveySlug) -> String {
        format!("{}/surveys/{survey}", self.course(slug))
    }

    /// The surveys of all courses, for those who see results.
    pub(crate) fn surveys(&self) -> String {
        self.page("results/surveys")
    }

    pub(crate) fn survey_results(&self, slug: &CourseSlug, survey: &SurveySlug) -> String {
        format!("{}/{slug}/{survey}", self.surveys())
    }

    pub(crate) fn step(&self, slug: &CourseSlug, step: &Step) -> String {
        match step {
            Step::Lesson { module, lesson } => self.lesson(slug, module, lesson),
            Step::Test(test) => self.test(slug, test),
        }
    }
}

/// The public page of a certificate.
pub(crate) fn verify(number: &str) -> String {
    format!("/verify/{number}")
}

/// Whether a path that came in from outside leads to this site, so that one may be sent there.
pub(crate) fn is_local(path: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_graphic() && byte != b'\\';
    path.starts_with('/') && !path.starts_with("//") && path.bytes().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_led_back_to_this_site_only() {
        for (path, local) in [
            ("/en/home", true),
            ("/en/courses/a?x=1#y", true),
            ("//evil.example", false),
            ("/\\evil.example", false),
            ("https://evil.example", false),
            ("/\t/evil.example", false),
            ("/é", false),
            ("", false),
            ("/en/\r\nSet-Cookie: x", false),
        ] {
            assert_eq!(is_local(path), local, "{path}");
        }
    }
}
