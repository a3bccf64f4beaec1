using Kaizen.Statistics;

namespace Kaizen.Tests.Statistics;

/// <summary>Against values computed with 40 digits.</summary>
public class DistributionTests
{
    [Theory]
    [InlineData(1, 12.706204736174705, 63.656741162871581, 1.0)]
    [InlineData(1.5, 6.0166631044279319, 17.820310514462807, 0.87259466254157064)]
    [InlineData(2, 4.3026527297494639, 9.9248432009182931, 0.81649658092772603)]
    [InlineData(2.000001, 4.3026506681534539, 9.9248348489361727, 0.81649650023170308)]
    [InlineData(2.7, 3.3921483831737523, 6.5331284334084551, 0.77598628374526949)]
    [InlineData(4.664470172873641, 2.6272068498900793, 4.1856062317946114, 0.7306790846525893)]
    [InlineData(8.402371304567373, 2.2869230603212427, 3.3092179458104321, 0.70480360891395114)]
    [InlineData(31.333035722478172, 2.0386351877295536, 2.7421483799460191, 0.6824004456412015)]
    [InlineData(77.25, 1.9911515597952596, 2.6409810820766534, 0.67767891530800767)]
    [InlineData(500.5, 1.9647150750572263, 2.585687941006144, 0.67498024715142684)]
    [InlineData(19999, 1.9600826110898155, 2.5760751653114477, 0.67450201775450158)]
    [InlineData(20001, 1.960082599227048, 2.5760751407242918, 0.6745020165277872)]
    [InlineData(1e6, 1.959966356814107, 2.5758342201053342, 0.67448999553108738)]
    public void Students_quantiles(double degrees, double at95, double at99, double at50)
    {
        Close(at95, StudentT.TwoSidedQuantile(0.95, degrees), 2e-13);
        Close(at99, StudentT.TwoSidedQuantile(0.99, degrees), 2e-13);
        Close(at50, StudentT.TwoSidedQuantile(0.5, degrees), 2e-13);
    }

    [Theory]
    [InlineData(0.001, 3.3, 0.9992595467289789)]
    [InlineData(1, 1, 0.5)]
    [InlineData(3.6238949907076896, 17.71592124546914, 0.0019830583537132725)]
    [InlineData(12, 5, 7.0894925171615227e-5)]
    [InlineData(40, 900, 7.2021658061717887e-202)]
    [InlineData(1e8, 2, 9.9999999999999985e-17)]
    [InlineData(0, 5, 1)]
    public void Students_tails(double t, double degrees, double tail)
    {
        Close(tail, StudentT.TwoSided(t, degrees), 2e-12);
        Close(tail, StudentT.TwoSided(-t, degrees), 2e-12);
    }

    [Fact]
    public void Students_quantile_refuses_what_has_none()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.TwoSidedQuantile(1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.TwoSidedQuantile(0.95, 0.5));
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(0.3, 0.38208857781104736)]
    [InlineData(1, 0.15865525393145705)]
    [InlineData(2.4, 0.0081975359245961294)]
    [InlineData(2.6, 0.0046611880237187503)]
    [InlineData(5, 2.8665157187919391e-7)]
    [InlineData(10, 7.6198530241605261e-24)]
    [InlineData(30, 4.9067139271481871e-198)]
    public void Normal_tails_and_their_quantiles(double z, double tail)
    {
        Close(tail, Normal.UpperTail(z), 1e-13);
        Close(1 - tail, Normal.UpperTail(-z), 1e-13);
        Assert.Equal(z, Normal.UpperQuantile(tail), 1e-12);
        if (tail > 0.01)
            Assert.Equal(-z, Normal.UpperQuantile(1 - tail), 1e-12);
    }

    [Theory]
    [InlineData(0.5, 0.57236494292470009)]
    [InlineData(0.75, 0.20328095143129537)]
    [InlineData(1, 0)]
    [InlineData(2.5, 0.28468287047291916)]
    [InlineData(11.9, 17.258477450595521)]
    [InlineData(12.1, 17.74700727079874)]
    [InlineData(100.3, 360.51470572905813)]
    [InlineData(1e6, 12815504.569147612)]
    [InlineData(1e-3, 6.9071788853838537)]
    public void Log_gamma(double x, double value) => Close(value, Gamma.Log(x), 1e-14);

    [Theory]
    [InlineData(0.5, 0.5, 1.1447298858494002)]
    [InlineData(3, 0.5, 0.064538521137571172)]
    [InlineData(5, 7, -7.7450028035158392)]
    [InlineData(0.5, 13, -0.7004967176581149)]
    [InlineData(0.5, 1e6, -6.335390211057437)]
    [InlineData(20, 30.5, -34.225900119351725)]
    [InlineData(1e-3, 50, 6.9032768856098272)]
    public void Log_beta(double a, double b, double value) => Close(value, Gamma.LogBeta(a, b), 1e-13);

    [Theory]
    [InlineData(2, 3, 0.2, 0.1808)]
    [InlineData(0.5, 0.5, 0.9, 0.79516723530086655)]
    [InlineData(40.5, 10, 0.8, 0.45764369523936333)]
    [InlineData(1000, 2000, 0.35, 0.97290450431688508)]
    [InlineData(3, 1e5, 1e-5, 0.08030415619556049)]
    public void Incomplete_beta(double a, double b, double x, double value)
    {
        Close(value, Beta.Regularized(a, b, x, 1 - x), 1e-12);
        Close(1 - value, Beta.Regularized(b, a, 1 - x, x), 1e-12);
    }

    private static void Close(double expected, double actual, double relative) =>
        Assert.True(Math.Abs(expected - actual) <= relative * Math.Abs(expected), $"{expected:R} expected, {actual:R} found");
}
